// Telegram's text with entities as elements. Everything goes in as text: nothing that anybody wrote becomes markup.
const INLINE = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", spoiler: "span",
};
const QUOTES = ["blockquote", "expandable_blockquote"];

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

// The address if it leads to a page or a mailbox, null for all else, javascript: above all.
function safeAddress(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    return ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function link(address, inner) {
  const href = safeAddress(address);
  return href === null ? element("span", {}, inner) : element("a", { href, target: "_blank", rel: "noopener noreferrer" }, inner);
}

// One entity around what it covers; onCommand is called with the text of a command that is clicked.
function wrapped(entity, covered, inner, onCommand) {
  switch (entity.type) {
    case "text_link": return link(entity.url, inner);
    case "url": return link(covered, inner);
    case "email": return link(`mailto:${covered}`, inner);
    case "bot_command": return element("button", { type: "button", class: "command", onclick: () => onCommand(covered) }, inner);
    case "spoiler": return element("span", { class: "spoiler", tabindex: "0", title: word("spoiler") }, inner);
    default: return INLINE[entity.type] ? element(INLINE[entity.type], {}, inner) : inner;
  }
}

// The part [start, end) with its inline entities. Cut wherever one begins or ends, so that those that cross are no trouble.
function run(text, start, end, entities, onCommand) {
  const cuts = new Set([start, end]);
  for (const { offset, length } of entities) {
    for (const place of [offset, offset + length]) if (place > start && place < end) cuts.add(place);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const pieces = document.createDocumentFragment();
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [from, to] = [places[index], places[index + 1]];
    let piece = document.createTextNode(text.slice(from, to));
    const around = entities.filter(({ offset, length }) => offset <= from && to <= offset + length);
    for (const entity of around.reverse()) {
      piece = wrapped(entity, text.slice(entity.offset, entity.offset + entity.length), piece, onCommand);
    }
    pieces.append(piece);
  }
  return pieces;
}

// A quote; an expandable one can be folded, and stays as it was when the message is drawn again.
function quote(inner, expandable, key, unfolded) {
  const quoted = element("div", { class: "quoted" }, inner);
  const box = element("blockquote", {}, quoted);
  if (!expandable) return box;
  const button = element("button", { type: "button", class: "unfold" });
  const show = () => {
    const open = unfolded.has(key);
    box.classList.toggle("folded", !open);
    button.setAttribute("aria-expanded", String(open));
    button.textContent = word(open ? "fold" : "unfold");
  };
  button.addEventListener("click", () => {
    if (!unfolded.delete(key)) unfolded.add(key);
    show();
  });
  box.append(button);
  show();
  return box;
}

// Hides the buttons of quotes that are short enough to be seen whole; sizes are known once they are on the page.
function fitQuotes(root) {
  for (const button of root.querySelectorAll(".unfold")) {
    const quoted = button.parentElement.querySelector(".quoted");
    const whole = quoted.scrollHeight <= quoted.clientHeight + 2;
    if (button.parentElement.classList.contains("folded")) button.hidden = whole;
  }
}

function richText(text, entities, key, unfolded, onCommand) {
  const quotes = entities.filter(({ type }) => QUOTES.includes(type));
  const inline = entities.filter(({ type }) => !QUOTES.includes(type));
  const whole = element("div", { class: "text" });
  let place = 0;
  quotes.forEach(({ type, offset, length }, number) => {
    if (offset > place) whole.append(run(text, place, offset, inline, onCommand));
    const inner = run(text, offset, offset + length, inline, onCommand);
    whole.append(quote(inner, type === "expandable_blockquote", `${key}:${number}`, unfolded));
    place = offset + length;
    if (text[place] === "\n") place += 1; // a quote ends its line by itself
  });
  if (place < text.length) whole.append(run(text, place, text.length, inline, onCommand));
  return whole;
}
