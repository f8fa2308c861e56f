import assert from "node:assert/strict";
import { test } from "node:test";
import { json, load, openPage } from "./support.mjs";

openPage();
const { Draft } = await load("shared/draft.ts");

function draftWith(...answers) {
  const sent = [];
  const states = [];
  const form = { answers: { a: 1 } };
  const draft = new Draft({
    url: "/tasks/1/draft",
    version: 3,
    read: () => form.answers,
    tell: (state) => states.push(state.name),
    now: () => new Date(2026, 5, 14, 10, 32),
    fetcher: async (url, request) => {
      sent.push({ url, ...request, body: request.body && JSON.parse(request.body) });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { draft, sent, states, form };
}

test("a draft is put with its version and the page's token", async () => {
  const { draft, sent, states } = draftWith(json({ version: 4 }));
  draft.changed();
  await draft.flush();
  assert.equal(sent[0].method, "PUT");
  assert.equal(sent[0].headers["X-CSRF-TOKEN"], "abc");
  assert.deepEqual(sent[0].body, { answers: { a: 1 }, version: 3 });
  assert.deepEqual(states, ["saving", "saved"]);
  assert.equal(draft.version, 4);
  draft.stop();
});

test("nothing changed means nothing sent", async () => {
  const { draft, sent } = draftWith();
  await draft.flush();
  draft.leave();
  assert.equal(sent.length, 0);
});

test("a line that breaks is tried again with the newest answers", async () => {
  const { draft, sent, states, form } = draftWith(new Error("offline"), json({ version: 4 }));
  draft.changed();
  await draft.flush();
  form.answers = { a: 2 };
  await draft.flush();
  assert.deepEqual(states, ["saving", "failed", "saving", "saved"]);
  assert.deepEqual(sent[1].body.answers, { a: 2 });
  draft.stop();
});

test("a newer draft from elsewhere is not overwritten before somebody chooses", async () => {
  const stored = { answers: { a: 9 }, version: 7 };
  const { draft, sent, states } = draftWith(json(stored, 409), json({ version: 8 }));
  draft.changed();
  await draft.flush();
  draft.changed();
  await draft.flush();
  assert.equal(sent.length, 1);
  await draft.keepMine();
  assert.deepEqual(sent[1].body, { answers: { a: 1 }, version: 7 });
  assert.equal(states.at(-1), "saved");
  draft.stop();
});

test("the newer one can be taken instead", async () => {
  const { draft, sent } = draftWith(json({ answers: { a: 9 }, version: 7 }, 409));
  draft.changed();
  await draft.flush();
  assert.deepEqual(draft.takeTheirs(), { a: 9 });
  assert.equal(draft.version, 7);
  await draft.flush();
  assert.equal(sent.length, 1);
});

test("after a session that ended the answers stay and are saved with the new session's token", async () => {
  const page = new Response('<html><head><meta name="csrf-token" content="new"></head></html>', { headers: { "content-type": "text/html" } });
  const { draft, sent, states } = draftWith(json({}, 401), json({}, 403), page, json({ version: 4 }));
  draft.changed();
  await draft.flush();
  assert.equal(states.at(-1), "signedOut");
  await draft.retry();
  assert.equal(sent[3].headers["X-CSRF-TOKEN"], "new");
  assert.equal(states.at(-1), "saved");
  draft.stop();
});

test("a token refused because the session ended says that it ended, not that the task is gone", async () => {
  const signIn = new Response("<html></html>", { headers: { "content-type": "text/html" } });
  Object.defineProperty(signIn, "url", { value: "http://localhost/login?next=%2Ftasks" });
  const { draft, states } = draftWith(json({}, 403), signIn);
  draft.changed();
  await draft.flush();
  assert.equal(states.at(-1), "signedOut");
  draft.stop();
});

test("a sign-in page in place of an answer counts as a session that ended", async () => {
  const { draft, states } = draftWith(new Response("<html></html>", { headers: { "content-type": "text/html" } }));
  draft.changed();
  await draft.flush();
  assert.equal(states.at(-1), "signedOut");
  draft.stop();
});

test("leaving the page sends what is not saved, after sending for good nothing more", async () => {
  const { draft, sent } = draftWith(json({ version: 4 }), json({ version: 5 }));
  draft.changed();
  draft.leave();
  assert.equal(sent[0].keepalive, true);
  draft.changed();
  draft.stop();
  draft.leave();
  assert.equal(sent.length, 1);
});
