// Ctrl or Command with Enter saves and opens the next form; with S it saves and stays.
const KEYS = {enter: ["_addanother", "Enter"], s: ["_continue", "S"]};
const MODIFIER = /Mac|iP(?:hone|ad)/.test(navigator.platform) ? "⌘" : "Ctrl";

const named = (name) => document.querySelector(`.submit-row [name="${name}"]`);

// On a keyboard for Urdu the key of S is س: there its place counts.
const pressed = ({key, code}) => code === "KeyS" && !/^[a-z]$/i.test(key) ? "s" : key.toLowerCase();

for (const [name, shown] of Object.values(KEYS)) {
  const button = named(name);
  if (!button) continue;
  button.title = `${MODIFIER}+${shown}`;
  button.setAttribute("aria-keyshortcuts", `Control+${shown} Meta+${shown}`);
  document.getElementById("keys").hidden = false;
}

addEventListener("keydown", (event) => {
  const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const [name] = isOurs && !event.isComposing && KEYS[pressed(event)] || [];
  const button = name && named(name);
  if (!button) return;
  event.preventDefault();
  if (!event.repeat) button.click();
});
