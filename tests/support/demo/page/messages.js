// The log: every message of every room, of which one room's are seen.
const SHORT_PIXELS = 140;

class Log {
  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
    this.rooms = new Map();
    this.unfolded = new Set();
    this.room = "private";
  }

  clear() {
    this.rooms.clear();
    this.unfolded.clear();
    this.root.replaceChildren();
  }

  messages(room = this.room) {
    if (!this.rooms.has(room)) this.rooms.set(room, new Map());
    return this.rooms.get(room);
  }

  // Takes a new or changed message and tells whether it is a new one of the bot.
  take(view) {
    const messages = this.messages(view.room);
    const known = messages.has(view.id);
    messages.set(view.id, view);
    if (view.room === this.room) this.place(view);
    return !known && !view.mine && !view.deleted;
  }

  show(room) {
    this.room = room;
    this.draw();
    this.scroller().scrollTop = this.scroller().scrollHeight;
  }

  draw() {
    this.root.replaceChildren();
    const views = [...this.messages().values()].filter(({ deleted }) => !deleted).sort((a, b) => a.id - b.id);
    for (const view of views) this.root.append(this.drawn(view));
    if (!views.length) this.root.append(this.start());
    fitQuotes(this.root);
  }

  place(view) {
    this.root.querySelector(".start")?.remove();
    const old = this.root.querySelector(`[data-id="${view.id}"]`);
    if (view.deleted) {
      old?.remove();
      if (!this.root.children.length) this.root.append(this.start());
      return;
    }
    const focus = old?.contains(document.activeElement) ? [...old.querySelectorAll("button, a")].indexOf(document.activeElement) : -1;
    const drawn = this.drawn(view);
    if (old) {
      old.replaceWith(drawn);
    } else {
      const later = [...this.root.children].find((child) => Number(child.dataset.id) > view.id);
      this.root.insertBefore(drawn, later ?? null);
    }
    fitQuotes(drawn);
    if (focus >= 0) drawn.querySelectorAll("button, a")[focus]?.focus();
    if (!old) this.reveal(drawn);
  }

  scroller() {
    return this.root.parentElement;
  }

  // The end of the log, but no further than the beginning of the message: a long answer is read from its top, with
  // the question above it where that is short.
  reveal(drawn) {
    const scroller = this.scroller();
    const before = drawn.previousElementSibling;
    const first = before?.matches(".mine") && before.offsetHeight < SHORT_PIXELS ? before : drawn;
    const top = first.offsetTop - scroller.offsetTop - 10;
    scroller.scrollTop = Math.min(top, scroller.scrollHeight - scroller.clientHeight);
  }

  start() {
    const name = `start${this.room[0].toUpperCase()}${this.room.slice(1)}`;
    const keys = EXAMPLES[this.room].map((text) =>
      element("div", {}, element("button", { type: "button", onclick: () => this.actions.send(text) }, text)));
    return element("div", { class: "start" }, element("p", {}, word(name)), element("div", { class: "keys" }, ...keys));
  }

  drawn(view) {
    const bubble = element("div", { class: "bubble" });
    if (this.room === "group" && !view.mine) bubble.append(element("p", { class: "sender" }, view.sender));
    if (view.reply_to) bubble.append(this.replied(view.reply_to));
    if (view.document) bubble.append(this.file(view.document));
    if (view.text) {
      bubble.append(richText(view.text, view.entities, `${view.room}:${view.id}`, this.unfolded, this.actions.send));
    }
    bubble.append(this.meta(view));
    const label = `${view.mine ? word("you") : view.sender}, ${this.time(view)}`;
    const made = element("article", { class: `message ${view.mine ? "mine" : "theirs"}`, "data-id": view.id, "aria-label": label, tabindex: "-1" }, bubble);
    if (view.buttons.length) made.append(this.keys(view));
    return made;
  }

  replied({ id, sender, text }) {
    const go = () => {
      const target = this.root.querySelector(`[data-id="${id}"]`);
      target?.scrollIntoView({ block: "center" });
      target?.focus({ preventScroll: true });
    };
    return element("button", { type: "button", class: "replied", onclick: go }, `${sender}: ${text}`);
  }

  file({ name, bytes }) {
    const size = bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
    return element("p", { class: "file" }, element("span", { "aria-hidden": "true" }, "▤"), name, element("small", {}, size));
  }

  meta(view) {
    const meta = element("p", { class: "meta" });
    const act = (name, action) => meta.append(element("button", { type: "button", onclick: action }, word(name)));
    if (view.mine && view.text && !view.document) act("edit", () => this.actions.edit(view));
    if (!view.mine && this.room === "group") act("reply", () => this.actions.reply(view));
    if (view.edited) meta.append(element("span", {}, word("edited")));
    meta.append(element("time", { datetime: new Date(view.at * 1000).toISOString() }, this.time(view)));
    return meta;
  }

  time({ at }) {
    return new Date(at * 1000).toLocaleTimeString(language === "vi" ? "vi-VN" : "en-GB", { hour: "2-digit", minute: "2-digit" });
  }

  keys(view) {
    const keys = element("div", { class: "keys" });
    view.buttons.forEach((row, y) => {
      keys.append(element("div", {}, ...row.map((key, x) => this.key(view, key, y, x))));
    });
    return keys;
  }

  key(view, { text, url }, row, column) {
    if (url) return link(url, document.createTextNode(text));
    const press = async (event) => {
      const button = event.currentTarget;
      if (button.getAttribute("aria-busy") === "true") return;
      button.setAttribute("aria-busy", "true");
      await this.actions.press({ room: view.room, message: view.id, row, column });
      button.removeAttribute("aria-busy");
    };
    return element("button", { type: "button", onclick: press }, text);
  }
}
