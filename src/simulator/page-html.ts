// The frame of the simulator's page; the talk in it is drawn by assets/*.js.
import { html } from 'hono/html'

type Frame = { basePath: string; staffUrl: string; webUrl: string | undefined; botName: string }

export function pageHtml({ basePath, staffUrl, webUrl, botName }: Frame) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${botName} · Simulator</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${basePath}/assets/simulator.css" />
    <link rel="stylesheet" href="${basePath}/assets/people.css" />
    <link rel="stylesheet" href="${basePath}/assets/chat.css" />
    <link rel="stylesheet" href="${basePath}/assets/composer.css" />
    <script type="module" src="${basePath}/assets/main.js"></script>
  </head>
  <body data-base="${basePath}">
    <header class="bar">
      <h1>${botName}<span class="wide"> · Simulator</span></h1>
      <div class="clock">
        <time id="clock" aria-label="Demo clock"></time>
        <button type="button" data-hours="1" aria-label="Jump forward 1 hour">
          <span aria-hidden="true">⏩</span> 1 h
        </button>
        <button type="button" data-hours="24" aria-label="Jump forward 1 day">
          <span aria-hidden="true">⏩</span> 1 d
        </button>
      </div>
      ${webUrl ? html`<a class="staff" href="${webUrl}">Web<span aria-hidden="true"> ↗</span></a>` : ''}
      <a class="staff" href="${staffUrl}">Staff<span aria-hidden="true"> ↗</span></a>
    </header>
    <div class="desk">
      <nav class="people" aria-label="People">
        <ul id="people"></ul>
        <button type="button" id="add-person" aria-label="Add a person">+</button>
      </nav>
      <main class="chat">
        <header class="chat-head">
          <span class="avatar bot" aria-hidden="true">${botName.charAt(0)}</span>
          <div>
            <h2>${botName}</h2>
            <p>bot · it speaks with a computer's voice</p>
          </div>
        </header>
        <div id="messages" role="log" aria-label="Messages" tabindex="0"></div>
        <div class="composer" id="composer">
          <button type="button" class="start" id="start" hidden>
            <span aria-hidden="true">▶</span> START
          </button>
          <button type="button" class="start" id="unblock" hidden>
            <span aria-hidden="true">↺</span> UNBLOCK
          </button>
          <form id="form" hidden>
            <details class="menu" id="commands">
              <summary aria-label="Commands">☰</summary>
              <div class="sheet" id="command-list"></div>
            </details>
            <details class="menu" id="attachments">
              <summary aria-label="Attach and more">+</summary>
              <div class="sheet">
                <button type="button" data-act="photo"><i aria-hidden="true">📷</i> Photo</button>
                <button type="button" data-act="sticker">
                  <i aria-hidden="true">👋</i> Sticker
                </button>
                <button type="button" data-act="voice"><i aria-hidden="true">🎤</i> Voice</button>
                <button type="button" data-act="contact">
                  <i aria-hidden="true">👤</i> My contact
                </button>
                <button type="button" data-act="location">
                  <i aria-hidden="true">📍</i> Location
                </button>
                <button type="button" id="edit-last"><i aria-hidden="true">✏️</i> Edit</button>
                <button type="button" data-act="block"><i aria-hidden="true">🚫</i> Block</button>
              </div>
            </details>
            <textarea
              id="text"
              rows="1"
              maxlength="4096"
              dir="auto"
              aria-label="Message"
              placeholder="Message"
            ></textarea>
            <button type="submit" class="send" aria-label="Send">➤</button>
          </form>
        </div>
      </main>
      ${webUrl ? html`<iframe id="web" class="web" src="${webUrl}" title="The same talk on a web page" loading="lazy"></iframe>` : ''}
    </div>
    <div id="toast" role="status"></div>
    <dialog id="alert" aria-labelledby="alert-text">
      <p id="alert-text"></p>
      <form method="dialog"><button>OK</button></form>
    </dialog>
    <noscript><p>JavaScript, please.</p></noscript>
  </body>
</html>`
}
