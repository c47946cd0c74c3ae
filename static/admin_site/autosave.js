// Keeps what is typed on the server, a few seconds after it was typed, and warns on leaving
// of what is not kept yet. The desk's own fields change without an event: so this looks.
const QUIET = 3, LONGEST_WAIT = 10, LONGEST_PAUSE = 30; // seconds
const MOST_ON_LEAVING = 60_000; // bytes: what browsers send for a page that is gone
const TRY_AGAIN = new Set(["out", "away"]);

const status = document.getElementById("autosave");
const form = status?.closest("form");
const login = document.getElementById("autosave-login");

const written = () => JSON.stringify(
  [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));

const clock = () => new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit", minute: "2-digit", timeZone: status.dataset.zone}).format();

const say = (name) => {
  const words = status.dataset[name].replace("%(time)s", clock());
  if (status.textContent !== words) status.textContent = words;
  login.hidden = name !== "out";
};

const outcomes = {204: "kept", 400: "refused", 401: "out", 403: "stale", 413: "refused"};

const send = async (keepalive = false) => {
  const signal = AbortSignal.timeout(10_000);
  try {
    const answer = await fetch(status.dataset.at, {method: "POST", body: new FormData(form), keepalive, signal});
    return outcomes[answer.status] ?? "away";
  } catch {
    return "away";
  }
};

// What stands in a new form is nothing to keep; what was sent and came back is.
let kept = status && status.dataset.unsaved === "no" ? written() : null;
let state = "kept", isLeaving = false, sending = null, given = null;
let seen = null, quiet = 0, waited = 0, pause = 0, rest = 0;

const isUnkept = () => !isLeaving && written() !== kept;

const settle = (outcome, what) => {
  state = outcome;
  if (outcome === "kept") [kept, waited, pause] = [what, 0, 0];
  if (outcome === "refused") given = what; // not again until it has changed
  if (outcome === "away") rest = pause = Math.min(LONGEST_PAUSE, pause * 2 || 2);
  if (outcome === "out") form.dispatchEvent(new Event("desk:ask"));
  say(outcome);
  return outcome;
};

const renewed = () => new Promise(done => {
  form.addEventListener("desk:in", () => done("in"), {once: true});
  form.addEventListener("desk:out", () => done("out"), {once: true});
  setTimeout(done, 5_000, "away");
  form.dispatchEvent(new Event("desk:ask"));
});

const keepOnce = async () => {
  const what = written();
  let outcome = await send();
  // The token is of a session that ended; whoever has logged in again has another one.
  if (outcome === "stale") outcome = await renewed();
  if (outcome === "in") outcome = await send();
  return settle(outcome === "stale" ? "refused" : outcome, what);
};

const keep = () => sending ??= keepOnce().finally(() => sending = null);

const look = () => {
  const now = written();
  quiet = now === seen ? quiet + 1 : 0;
  seen = now;
  if (isLeaving || now === kept || now === given || state === "out") return;
  waited += 1;
  const isDue = state === "away" ? (rest -= 1) <= 0 : quiet >= QUIET || waited >= LONGEST_WAIT;
  if (isDue) keep();
};

// It is sent when it is kept: a session that ended, or a server that is away, takes nothing.
const submit = async (event) => {
  if (!isUnkept()) return void (isLeaving = true);
  event.preventDefault();
  event.stopImmediatePropagation();
  await sending;
  const outcome = isUnkept() ? await keep() : "kept";
  if (TRY_AGAIN.has(outcome)) return;
  isLeaving = true;
  form.requestSubmit(event.submitter);
};

const leave = () => {
  if (isUnkept()) send(new Blob([written()]).size < MOST_ON_LEAVING);
};

const start = () => {
  setInterval(look, 1_000);
  form.addEventListener("submit", submit, {capture: true});
  form.addEventListener("desk:out", () => { if (state !== "out") { state = "out"; say("out"); } });
  form.addEventListener("desk:in", () => { if (state === "out") { state = "kept"; say("back"); if (isUnkept()) keep(); } });
  addEventListener("online", () => { if (isUnkept()) keep(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden && isUnkept()) keep(); });
  addEventListener("beforeunload", (event) => { if (isUnkept()) event.preventDefault(); });
  addEventListener("pagehide", leave);
  addEventListener("pageshow", (event) => { if (event.persisted) isLeaving = false; });
  // To discard what is kept of this form is to leave it.
  document.addEventListener("submit", ({target}) => {
    if (target !== form && target.elements._key?.value === form.elements._key.value) isLeaving = true;
  });
};

if (form) start();
