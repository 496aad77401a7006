// Screens that are painted as a whole (shift, rules, sent, archive): when something has changed they are asked for again.
// Nothing moves under who reads or writes there: then a pill tells how much is new, and the key n or the pill shows it.
import { localise } from "./times.js";
import { say } from "./say.js";

const PAUSE = 3000; // milliseconds between two questions at least
const NET = 30000; // so often it is asked without a word from the stream, while somebody looks
const regions = () => [...document.querySelectorAll("[data-region]")];
const pill = document.getElementById("fresh");
let shown = texts(document); // as the server painted it, before times are put into the reader's zone
let next; // what the server paints now, where it is not shown yet
let last = 0;
let timer;
let stopped = () => false;

/** What the regions say, without words that pass by themselves. */
function texts(root) {
  const all = new Map();
  for (const region of root.querySelectorAll("[data-region]")) {
    const copy = region.cloneNode(true);
    for (const time of copy.querySelectorAll("time")) time.textContent = "";
    for (const open of copy.querySelectorAll("details")) open.open = false;
    all.set(region.dataset.region, copy.innerHTML);
  }
  return all;
}

function keys(root) {
  return new Set([...root.querySelectorAll("[data-region] [data-key]")].map((row) => row.dataset.key));
}

function busy() {
  const focus = document.activeElement;
  const inside = focus && focus !== document.body && document.getElementById("main").contains(focus) && focus.id !== "main";
  return stopped() || inside || scrollY > 80 || regions().some((region) => region.matches(":hover"));
}

function put() {
  for (const region of regions()) {
    const now = next.querySelector(`[data-region="${region.dataset.region}"]`);
    if (!now || texts(next).get(region.dataset.region) === shown.get(region.dataset.region)) continue;
    for (const open of region.querySelectorAll("[data-key] details[open][data-name]")) {
      const key = CSS.escape(open.closest("[data-key]").dataset.key);
      const same = now.querySelector(`[data-key="${key}"] details[data-name="${CSS.escape(open.dataset.name)}"]`);
      if (same) same.open = true;
    }
    const copy = document.importNode(now, true);
    localise(copy);
    region.replaceChildren(...copy.childNodes);
  }
  shown = texts(next);
  next = undefined;
  pill.hidden = true;
}

function words() {
  const here = keys(document);
  const fresh = [...keys(next)].filter((key) => !here.has(key)).length;
  return fresh ? `${fresh} new` : "Changed";
}

async function look() {
  last = Date.now();
  const address = regions()[0].dataset.address;
  try {
    const reply = await fetch(address, { credentials: "same-origin" });
    if (!reply.ok || reply.redirected) return;
    next = new DOMParser().parseFromString(await reply.text(), "text/html");
  } catch {
    return; // the line on top tells that the desk is away; the stream asks again when it is back
  }
  const now = texts(next);
  if ([...shown].every(([region, text]) => now.get(region) === text)) {
    next = undefined;
    pill.hidden = true;
    return;
  }
  const told = words();
  if (busy()) {
    if (pill.textContent !== told || pill.hidden) pill.textContent = told;
    pill.hidden = false;
  } else {
    put();
    say(`${told}: ${document.querySelector("h1").textContent}`);
  }
}

/** Something may be different: soon, but not too often, the screen is asked for again. */
export function changed() {
  if (regions().length === 0 || timer || document.hidden) return;
  const wait = Math.max(300, last + PAUSE - Date.now());
  timer = setTimeout(() => {
    timer = undefined;
    look();
  }, wait);
}

/** Shows what is new, where it was kept back. */
export function show() {
  if (!next) return;
  scrollTo({ top: 0 });
  put();
}

/**
 * @param paused whether the reader wants nothing to move
 */
export function start(paused) {
  if (regions().length === 0) return;
  stopped = paused;
  pill.addEventListener("click", show);
  setInterval(() => next && !busy() && put(), 400);
  setInterval(changed, NET);
  document.addEventListener("visibilitychange", () => !document.hidden && changed());
}

/** This screen takes news so. */
export const whole = () => regions().length > 0;
