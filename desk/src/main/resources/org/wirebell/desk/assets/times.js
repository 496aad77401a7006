// Keeps "2 min ago" true and shows exact times in the reader's own zone, with UTC beside it. Same steps as Look.java.
const body = document.body;
const ahead = Date.parse(body.dataset.now) - Date.now(); // of our clock by the server's, kept only when it matters
const skew = Math.abs(ahead) > 5000 ? ahead : 0;

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const clockUtc = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "UTC" });
const dayUtc = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
});

function length(milliseconds) {
  const s = Math.max(0, Math.floor(milliseconds / 1000));
  if (s < 60) return `${s} s`;
  if (s < 3600) return `${Math.floor(s / 60)} min`;
  if (s < 172800) return `${Math.floor(s / 3600)} h`;
  return `${Math.floor(s / 86400)} d`;
}

export function ago(milliseconds) {
  return milliseconds < 5000 ? "just now" : `${length(milliseconds)} ago`;
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Relative times below the given element. */
export function tick(root = document) {
  const now = Date.now() + skew;
  for (const t of root.querySelectorAll("time[data-ago]")) put(t, ago(now - Date.parse(t.dateTime)));
  for (const t of root.querySelectorAll("time[data-due]")) {
    const left = Date.parse(t.dateTime) - now;
    put(t, left < 0 ? `overdue by ${length(-left)}` : `in ${length(left)}`);
  }
}

/** Exact times below the given element, once. */
export function localise(root = document) {
  const today = new Date(Date.now() + skew).toDateString();
  for (const t of root.querySelectorAll("time[data-clock]")) {
    const at = new Date(t.dateTime);
    const same = at.toDateString() === today;
    const utc = `${(same ? clockUtc : dayUtc).format(at).replace(",", "")} UTC`;
    put(t, at.getTimezoneOffset() === 0 ? utc : `${(same ? clock : day).format(at).replace(",", "")} · ${utc}`);
  }
  tick(root);
}

export function start() {
  localise();
  setInterval(tick, 1000);
}
