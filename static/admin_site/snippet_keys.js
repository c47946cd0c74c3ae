// Ctrl or Command with Enter saves and opens the next form; with S it saves and stays.
const buttons = {Enter: "_addanother", s: "_continue"};
const named = (name) => document.querySelector(`.submit-row [name="${name}"]`);

for (const [key, name] of Object.entries(buttons)) {
  const button = named(name);
  if (button) button.title = `Ctrl+${key === "s" ? "S" : key}`;
}

addEventListener("keydown", (event) => {
  const name = (event.ctrlKey || event.metaKey) && !event.altKey && buttons[event.key];
  const button = name && named(name);
  if (!button) return;
  event.preventDefault();
  button.click();
});
