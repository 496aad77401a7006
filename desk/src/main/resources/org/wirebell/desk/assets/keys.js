// Single-letter keys, which can be switched off (WCAG 2.1.4).
import { pause, showFresh } from "./live.js";
import { begin } from "./deeds.js";
import { stored } from "./ask.js";

const dialog = document.getElementById("keys");
const switchBox = document.getElementById("keys-on");

function move(step) {
  const rows = [...document.querySelectorAll("article[data-key]")];
  if (rows.length === 0) return;
  const at = rows.indexOf(document.activeElement?.closest("article[data-key]"));
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  row.setAttribute("tabindex", "-1");
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function open() {
  const row = document.activeElement?.closest("article[data-key]");
  if (!row) return;
  const details = [...row.querySelectorAll("details")];
  const on = !details.some((d) => d.open);
  for (const d of details) d.open = on;
}

/** The first of these deeds that the selected row offers. */
function deed(...verbs) {
  const row = document.activeElement?.closest("[data-alert]");
  const verb = verbs.find((v) => row?.querySelector(`[data-verb="${v}"]`));
  if (verb) begin(row, verb);
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  o: open,
  p: () => pause(),
  n: showFresh,
  a: () => deed("ack", "unack"),
  s: () => deed("silence"),
  e: () => deed("assign"),
  c: () => deed("note"),
  h: () => deed("hold", "release"),
  b: () => deed("breaking"),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => dialog.showModal(),
};

export function start() {
  switchBox.checked = stored("wirebell.keys") !== "off";
  switchBox.addEventListener("change", () => stored("wirebell.keys", switchBox.checked ? "on" : "off"));
  const help = document.getElementById("help");
  help.hidden = false;
  help.addEventListener("click", () => dialog.showModal());

  const theme = document.getElementById("theme");
  theme.hidden = false;
  const dark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const name = () => (theme.textContent = dark() ? "Light" : "Dark");
  name();
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    stored("wirebell.theme", document.documentElement.dataset.theme);
    name();
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, dialog[open]");
    if (event.key === "Escape" && !document.querySelector("dialog[open]") && document.activeElement !== document.body) {
      document.activeElement.blur();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !switchBox.checked) return;
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}
