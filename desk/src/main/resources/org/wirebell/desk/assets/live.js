// Listens to /stream and puts each piece where it belongs. A list does not move under the reader: while it is paused,
// scrolled, hovered or holds the focus, what comes is kept back, and a pill tells how much.
import { build } from "./tree.js";
import { localise } from "./times.js";
import { heard as ringFor } from "./bells.js";
import { say } from "./say.js";
import { changed, show, start as startAgain, whole } from "./again.js";

const MOST = 600; // rows in the page
// the list that people read: it does not move under them
const reading = document.getElementById("alerts") ?? document.getElementById("stories");
const pill = document.getElementById("fresh");
const pauseButton = document.getElementById("pause");
const live = document.getElementById("live");
const title = document.title;
const held = new Map(); // key → patch, the newest of each
let paused = false;
let unseen = 0;
let lastEvent = 0;

const byKey = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);

function busy() {
  if (paused) return true;
  if (!reading) return false;
  return window.scrollY > 80 || reading.matches(":hover") || reading.contains(document.activeElement);
}

function keepOpen(before, after) {
  for (const open of before.querySelectorAll("details[open][data-name]")) {
    const same = after.querySelector(`details[data-name="${CSS.escape(open.dataset.name)}"]`);
    if (same) same.open = true;
  }
}

/** Newest first, or by priority and then newest first. */
function order(list, node) {
  const newest = Number(node.dataset.sort ?? 0);
  return list.dataset.by === "priority" ? newest - Number(node.dataset.rank ?? 9) * 1e14 : newest;
}

/** By falling order; rows without any go to the end. */
function insert(list, node) {
  const rank = order(list, node);
  const next = [...list.children].find((child) => child !== node && order(list, child) <= rank);
  list.insertBefore(node, next ?? null);
  const most = Number(list.dataset.most ?? MOST);
  while (list.children.length > most) {
    list.lastElementChild.remove();
    left(list);
  }
}

/** A row that had to make room is counted where people see it. */
function left(list) {
  const line = document.getElementById(`${list.id}-left`);
  if (!line) return;
  const n = Number(line.dataset.n ?? 0) + 1;
  line.dataset.n = String(n);
  line.querySelector("span").textContent = String(n);
  line.hidden = false;
}

function put(patch) {
  const before = byKey(patch.key);
  if (!patch.node) {
    before?.remove();
    return;
  }
  const node = build(patch.node);
  localise(node);
  const list = patch.list && document.getElementById(patch.list);
  if (before) {
    keepOpen(before, node);
    const focused = before.contains(document.activeElement);
    const moved = before.dataset.sort !== node.dataset.sort || before.dataset.rank !== node.dataset.rank;
    if (list?.dataset.list !== undefined && moved) {
      before.remove();
      insert(list, node);
    } else {
      before.replaceWith(node);
    }
    if (focused) node.focus({ preventScroll: true });
    if (list && list === reading) node.classList.add("changed");
  } else if (list) {
    node.classList.add("arrived");
    insert(list, node);
    const empty = document.getElementById(`${patch.list}-empty`);
    if (empty) empty.hidden = true;
  }
}

function showPill() {
  if (!pill) return;
  const fresh = [...held.values()].filter((p) => p.node && !byKey(p.key)).length;
  const changed = held.size - fresh;
  const words = [];
  if (fresh) words.push(`${fresh} new`);
  if (changed) words.push(`${changed} changed`);
  pill.textContent = words.join(", ");
  pill.hidden = words.length === 0;
}

export function release() {
  for (const patch of held.values()) put(patch);
  held.clear();
  showPill();
}

export function showFresh() {
  show();
  window.scrollTo({ top: 0 });
  reading?.contains(document.activeElement) && document.activeElement.blur();
  release();
}

export function pause(on = !paused) {
  paused = on;
  pauseButton?.setAttribute("aria-pressed", String(paused));
  if (pauseButton) pauseButton.textContent = paused ? "Go on" : "Pause";
  connection();
  if (!busy()) release();
}

/** The same revision in the same place: what colleagues did about it shows at once. */
function inPlace(row, node) {
  if (!row || !node || paused || held.has(row.dataset.key)) return false;
  const now = node[1];
  return ["sort", "rank", "revision"].every((name) => now[`data-${name}`] === row.dataset[name]);
}

function receive(event) {
  heard();
  if (whole()) {
    changed();
    return;
  }
  const patch = JSON.parse(event.data);
  ringFor(patch);
  if (patch.list && patch.list === reading?.id) {
    const row = byKey(patch.key);
    const spoken = row?.querySelector(".alert-title")?.textContent;
    if (patch.say && (!row || !patch.say.endsWith(spoken))) {
      say(patch.say, patch.loud);
      if (document.hidden) document.title = `(${++unseen}) ${title}`;
    }
    if (busy() && !inPlace(row, patch.node)) {
      held.set(patch.key, patch);
      showPill();
      return;
    }
  }
  put(patch);
}

let state = "off";
function connection(next = state) {
  state = next;
  if (!live) return;
  const words = { on: "Live", off: "Connecting", lost: "Connection lost, trying again" };
  live.dataset.state = paused ? "paused" : state;
  const text = paused ? "Paused" : words[state];
  const label = live.querySelector("span");
  if (label.textContent !== text) label.textContent = text;
}

function heard() {
  lastEvent = Date.now();
  if (state !== "on") connection("on");
}

let source;
let position = document.body.dataset.from;
function connect() {
  const only = document.querySelector("[data-only]")?.dataset.only;
  const query = new URLSearchParams({ view: only ? "story" : document.body.dataset.view });
  if (only) query.set("only", only);
  if (position) query.set("from", position);
  if (document.body.dataset.query) query.set("q", document.body.dataset.query);
  source = new EventSource(`/stream?${query}`);
  source.addEventListener("open", heard);
  for (const kind of ["alert", "series", "story", "feed", "silence", "rule", "dead"]) {
    source.addEventListener(kind, (event) => {
      position = event.lastEventId || position;
      receive(event);
    });
  }
  source.addEventListener("hello", heard);
  // What was missed is not held any more: look at everything anew.
  source.addEventListener("reset", (event) => {
    position = event.lastEventId || position;
    if (whole()) changed();
    else location.reload();
  });
  source.addEventListener("error", () => {
    connection("lost");
    if (source.readyState === EventSource.CLOSED) {
      source.close();
      setTimeout(connect, 3000 + Math.random() * 4000);
    }
  });
}

export function start() {
  connection();
  connect();
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
  startAgain(() => paused);
  if (pill && !whole()) pill.addEventListener("click", showFresh);
  if (pauseButton) {
    pauseButton.hidden = false;
    pauseButton.addEventListener("click", () => pause());
  }
  setInterval(() => held.size && !busy() && release(), 400);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      unseen = 0;
      document.title = title;
    }
  });
}

export const lastHeard = () => lastEvent;
