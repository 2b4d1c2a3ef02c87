// The page as a whole: rooms, language, light and dark, and what comes in.
const page = (id) => document.getElementById(id);
let known = { rooms: [], typing: {}, online: false, username: "" };
let connected = true;
let typingUntil = {};
let toasting = 0;

// Does something and tells whether it worked; says so where it did not.
async function attempt(action) {
  try {
    await action();
    return true;
  } catch {
    toast(word("failed"));
    return false;
  }
}

const actions = {
  send: (text, replyTo = null) => attempt(() => post("send", { room: log.room, text, reply_to: replyTo })),
  change: (message, text) => attempt(() => post("edit", { room: log.room, message, text })),
  upload: (file) => attempt(() => upload(log.room, file)),
  press: (what) => attempt(async () => {
    const { text, alert } = await post("press", what);
    if (alert) ask(text);
    else toast(text);
  }),
  edit: (view) => composer.begin("edit", view),
  reply: (view) => composer.begin("reply", view),
};
const log = new Log(page("log"), actions);
const composer = new Composer(actions);

function toast(text) {
  page("toast").textContent = text;
  clearTimeout(toasting);
  toasting = setTimeout(() => { page("toast").textContent = ""; }, 3500);
}

function ask(text) {
  page("alert-text").textContent = text;
  page("alert").showModal();
}

function drawStatus() {
  const typing = connected && (typingUntil[log.room] ?? 0) > Date.now();
  page("typing").hidden = !typing;
  page("status").classList.toggle("typing", typing);
  page("status").textContent = word(!connected ? "lost" : typing ? "typing" : known.online ? "online" : "starting");
}

function drawRooms() {
  const labels = known.rooms.map(({ key }) => {
    const radio = element("input", { type: "radio", name: "room", value: key, onchange: () => enter(key) });
    radio.checked = key === log.room;
    return element("label", { "data-room": key }, radio, element("span", {}, word(key)));
  });
  page("rooms").replaceChildren(...labels);
}

function enter(room) {
  composer.end();
  composer.close();
  log.show(room);
  page("rooms").querySelector(`[data-room="${room}"]`).classList.remove("unread");
  composer.offer(known.rooms.find(({ key }) => key === room)?.commands ?? []);
  page("question").placeholder = word(room === "group" ? "questionGroup" : "question");
  drawStatus();
}

function drawWords() {
  document.documentElement.lang = language;
  for (const place of document.querySelectorAll("[data-words]")) place.textContent = word(place.dataset.words);
  for (const place of document.querySelectorAll("[data-words-label]")) place.setAttribute("aria-label", word(place.dataset.wordsLabel));
  page("theme").setAttribute("aria-label", word("theme"));
  page("language").setAttribute("aria-label", word("language"));
  page("language").textContent = word("languageShort");
  page("context-end").setAttribute("aria-label", word("endContext"));
}

function take(changes, anew) {
  if (anew) log.clear();
  connected = true;
  const otherRooms = changes.rooms.map(({ key }) => key).join() !== known.rooms.map(({ key }) => key).join();
  const otherWords = changes.language !== language;
  known = changes;
  language = changes.language;
  page("bot").textContent = changes.bot;
  typingUntil = Object.fromEntries(Object.entries(changes.typing).map(([key, seconds]) => [key, Date.now() + 1000 * seconds]));
  if (Object.values(changes.typing).some((seconds) => seconds > 0)) setTimeout(drawStatus, 5100);
  if (otherRooms || otherWords || anew) {
    drawWords();
    drawRooms();
  }
  const unread = new Set();
  for (const view of changes.messages.sort((a, b) => a.id - b.id)) if (log.take(view)) unread.add(view.room);
  if (otherRooms || otherWords || anew) enter(log.room);
  else composer.offer(known.rooms.find(({ key }) => key === log.room)?.commands ?? []);
  unread.delete(log.room);
  if (!anew) for (const room of unread) page("rooms").querySelector(`[data-room="${room}"]`)?.classList.add("unread");
  drawStatus();
}

// Light or dark, as the machine has it until somebody chooses; a browser that keeps nothing forgets the choice.
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem("theme", theme); } catch { /* private browsing */ }
}

function firstTheme() {
  let kept = null;
  try { kept = localStorage.getItem("theme"); } catch { /* private browsing */ }
  return kept ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

document.documentElement.dataset.theme = firstTheme();
page("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
page("language").addEventListener("click", () => attempt(() => post("language", { language: language === "vi" ? "en" : "vi" })));
page("alert-end").addEventListener("click", () => page("alert").close());
addEventListener("resize", () => fitQuotes(page("log")));
drawWords();
drawStatus();
follow(take, () => { connected = false; drawStatus(); });
