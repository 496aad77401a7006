// What the page asks of the API. An answer is {ok, value} or {ok: false, said}: what went wrong, in words.
const WORDS = {
  0: "The desk does not answer. Nothing was done.",
  401: "Sign in first: nothing was done.",
  403: "Your role does not allow this.",
  404: "That is not there (any more).",
  429: "Too many at once. Try again in a moment.",
};

export async function ask(method, path, body = method === "DELETE" ? null : {}) {
  let reply;
  try {
    reply = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { "X-Wire": "1", ...(body ? { "Content-Type": "application/json" } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    return { ok: false, status: 0, said: WORDS[0] };
  }
  const text = await reply.text();
  let value = {};
  try {
    value = text ? JSON.parse(text) : {};
  } catch {
    // no JSON: the status tells enough
  }
  if (reply.ok) return { ok: true, status: reply.status, value };
  const detail = value.error ?? value.detail;
  const said = reply.status === 401 || !detail ? WORDS[reply.status] ?? "The desk could not do it." : String(detail);
  return { ok: false, status: reply.status, said };
}

let timer;
/** Tells what was done, or why not, in a line that is read out and stays a while. */
export function tell(text, wrong = false) {
  const line = document.getElementById("done");
  line.textContent = text;
  line.classList.toggle("wrong", wrong);
  line.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (line.hidden = true), wrong ? 20000 : 6000);
}

export function stored(key, value) {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch {
    // no storage: the choice lasts as long as the page
  }
  return null;
}
