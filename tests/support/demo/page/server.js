// What goes to the server and what comes from it.
async function post(name, body) {
  const response = await fetch(`/demo/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

async function upload(room, file) {
  const query = new URLSearchParams({ room, name: file.name });
  const response = await fetch(`/demo/upload?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
  if (!response.ok) throw new Error(`upload: ${response.status}`);
}

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

// Asks for changes for ever: each request waits at the server until there are some.
async function follow(onChanges, onLost) {
  let [session, revision] = ["", 0];
  for (;;) {
    try {
      const response = await fetch(`/demo/feed?${new URLSearchParams({ session, after: revision })}`);
      if (!response.ok) throw new Error(`feed: ${response.status}`);
      const changes = await response.json();
      const anew = changes.session !== session;
      ({ session, revision } = changes);
      onChanges(changes, anew);
    } catch {
      onLost();
      await pause(1500);
    }
  }
}
