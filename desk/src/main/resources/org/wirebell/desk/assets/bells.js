// Wire bells and desktop notes. Both are off until somebody asks for them. A flash rings five times, urgent three, normal
// once, the rest never; one pattern at a time, the louder one wins. What came quietly is not rung.
import { stored } from "./ask.js";

const PITCH = 1318; // E6: near the bell of a teleprinter
const STRIKE = 0.22; // seconds from one stroke to the next
const AFTER = 3; // seconds of rest before a pattern that is not louder
const rung = new Map(); // alert → the last revision that rang
let context;
let until = 0;
let playing = 0;

const on = (name) => document.getElementById(name)?.getAttribute("aria-pressed") === "true";

function stroke(at) {
  for (const [factor, loud] of [[1, 0.22], [2.76, 0.08], [5.4, 0.03]]) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = PITCH * factor;
    volume.gain.setValueAtTime(loud, at);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.9 / factor ** 0.5);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 1);
  }
}

function ring(bells) {
  const now = context.currentTime;
  if (now < until && bells <= playing) return;
  for (let i = 0; i < bells; i++) stroke(now + i * STRIKE);
  playing = bells;
  until = now + bells * STRIKE + AFTER;
}

/** A patch of the live stream: its ring names the revision that was told aloud, once. */
export function heard(patch) {
  if (!patch.bells || rung.get(patch.key) === patch.ring) return;
  rung.set(patch.key, patch.ring);
  if (rung.size > 2000) rung.delete(rung.keys().next().value);
  document.body.dataset.rung = String(Number(document.body.dataset.rung ?? 0) + (on("bells") ? patch.bells : 0));
  if (on("bells") && context) ring(patch.bells);
  if (on("notes") && document.hidden) {
    const note = new Notification(patch.say.split(": ")[0], { body: patch.say, tag: patch.key, silent: true });
    note.onclick = () => window.focus();
  }
}

function press(button, pressed, word) {
  button.setAttribute("aria-pressed", String(pressed));
  button.textContent = `${word} ${pressed ? "on" : "off"}`;
  stored(`wirebell.${button.id}`, pressed ? "on" : "off");
}

function wake() {
  context ??= new AudioContext();
  if (context.state === "suspended") context.resume();
}

export function start() {
  const bells = document.getElementById("bells");
  if (!bells) return;
  bells.hidden = false;
  press(bells, stored("wirebell.bells") === "on", "Bells");
  if (on("bells")) document.addEventListener("pointerdown", wake, { once: true });
  if (on("bells")) document.addEventListener("keydown", wake, { once: true });
  bells.addEventListener("click", () => {
    press(bells, !on("bells"), "Bells");
    if (!on("bells")) return;
    wake();
    ring(1);
  });

  const notes = document.getElementById("notes");
  if (!("Notification" in window)) return;
  notes.hidden = false;
  press(notes, stored("wirebell.notes") === "on" && Notification.permission === "granted", "Notifications");
  notes.addEventListener("click", async () => {
    const allowed = on("notes") ? "" : await Notification.requestPermission();
    press(notes, allowed === "granted", "Notifications");
    if (allowed === "denied") notes.textContent = "Notifications are blocked by the browser";
  });
}
