// What is read out: one announcement each five seconds at most, but what is loud at once.
let announced = 0;
let waiting = [];

export function say(text, loud = false) {
  if (loud) {
    document.getElementById("said-now").textContent = text;
    return;
  }
  waiting.push(text);
  const wait = Math.max(0, announced + 5000 - Date.now());
  if (waiting.length === 1) {
    setTimeout(() => {
      announced = Date.now();
      document.getElementById("said").textContent =
        waiting.length > 2 ? `${waiting.length} alerts. Last: ${waiting.at(-1)}` : waiting.join(". ");
      waiting = [];
    }, wait);
  }
}
