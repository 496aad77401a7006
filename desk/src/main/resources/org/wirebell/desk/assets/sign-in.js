// Sends the form as JSON, with the header that no form of another site can send.
const form = document.getElementById("sign-in");
const wrong = document.getElementById("sign-in-wrong");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  wrong.textContent = "";
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const answer = await fetch(form.dataset.first ? "/api/sign-in/first" : "/api/sign-in", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Wire": "1" },
      body: JSON.stringify(Object.fromEntries(new FormData(form))),
    });
    if (answer.ok) {
      location.assign("/");
      return;
    }
    wrong.textContent = (await answer.json()).error;
  } catch {
    wrong.textContent = "The desk does not answer.";
  }
  button.disabled = false;
});
