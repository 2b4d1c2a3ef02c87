// The line that is written on, with the menu of commands above it, and what it replies to or edits.
class Composer {
  constructor(actions) {
    this.actions = actions;
    this.form = document.getElementById("composer");
    this.field = document.getElementById("question");
    this.menu = document.getElementById("menu");
    this.list = document.getElementById("commands");
    this.context = document.getElementById("context");
    this.about = null; // { kind: "edit" | "reply", id }
    this.commands = [];
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.form.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => this.suggest());
    this.menu.addEventListener("click", () => this.toggle());
    document.getElementById("context-end").addEventListener("click", () => this.end());
    const file = document.getElementById("file");
    document.getElementById("attach").addEventListener("click", () => file.click());
    file.addEventListener("change", () => {
      for (const chosen of file.files) this.actions.upload(chosen);
      file.value = "";
    });
  }

  key(event) {
    // While a syllable is being composed, Enter belongs to the Vietnamese keyboard.
    if (event.target === this.field && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape") {
      if (this.list.hidden) this.end();
      this.close();
      this.field.focus();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !this.list.hidden) {
      event.preventDefault();
      const buttons = [...this.list.querySelectorAll("button")];
      const step = event.key === "ArrowDown" ? 1 : -1;
      const at = buttons.indexOf(document.activeElement);
      (buttons[at < 0 && step < 0 ? buttons.length - 1 : at + step] ?? this.field).focus();
    }
  }

  async submit() {
    const text = this.field.value.trim();
    if (!text) return;
    const { about } = this;
    this.field.value = "";
    this.end();
    this.close();
    const sent = about?.kind === "edit" ? await this.actions.change(about.id, text) : await this.actions.send(text, about?.id);
    if (!sent && !this.field.value) this.field.value = text;
  }

  begin(kind, view) {
    this.about = { kind, id: view.id };
    document.getElementById("context-text").textContent = word(kind === "edit" ? "editing" : "replying") + view.text.slice(0, 100);
    this.context.hidden = false;
    if (kind === "edit") this.field.value = view.text;
    this.field.focus();
  }

  end() {
    if (this.about?.kind === "edit") this.field.value = "";
    this.about = null;
    this.context.hidden = true;
  }

  offer(commands) {
    this.commands = commands;
    if (!this.list.hidden) this.open(this.commands);
  }

  // Commands that begin as what has been typed.
  suggest() {
    const typed = /^\/([a-z0-9_]*)$/.exec(this.field.value);
    const fitting = typed ? this.commands.filter(({ command }) => command.startsWith(typed[1])) : [];
    if (fitting.length) this.open(fitting);
    else this.close();
  }

  toggle() {
    if (this.list.hidden) this.open(this.commands);
    else this.close();
  }

  open(commands) {
    const choose = (text) => async () => {
      this.close();
      this.field.focus();
      if (await this.actions.send(text)) this.field.value = "";
    };
    this.list.replaceChildren(...commands.map(({ command, description }) =>
      element("li", {}, element("button", { type: "button", onclick: choose(`/${command}`) }, element("b", {}, `/${command}`), description))));
    this.list.hidden = !commands.length;
    this.menu.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  close() {
    this.list.hidden = true;
    this.menu.setAttribute("aria-expanded", "false");
  }
}
