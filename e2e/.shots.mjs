// ../../lead/shots.ts
import { mkdirSync as mkdirSync2, readFileSync as readFileSync2 } from "node:fs";

// e2e/browser.ts
import { existsSync as existsSync2 } from "node:fs";
import { chromium } from "playwright-core";

// e2e/npm-chromium.ts
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";
var CHUNK = 1 << 21;
async function npmChromium(cache = path.resolve("node_modules/.cache/chromium")) {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const home = entry.replace(/(@sparticuz[\\/]chromium)[\\/].*$/, "$1");
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  const folder = path.join(cache, version);
  if (!existsSync(folder)) await unpack(path.join(home, "bin"), cache, folder);
  const libraries = [process.env["LD_LIBRARY_PATH"], path.join(folder, "al2023/lib")].filter(Boolean).join(":");
  return {
    executablePath: path.join(folder, "chromium"),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(folder, "fonts/fonts.conf") }
  };
}
async function unpack(packed, cache, folder) {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(path.join(cache, "fresh-"));
  const open = (name) => [createReadStream(path.join(packed, name)), createBrotliDecompress({ chunkSize: CHUNK })];
  await Promise.all([
    pipeline(...open("chromium.br"), createWriteStream(path.join(fresh, "chromium"), { mode: 493 })),
    pipeline(...open("fonts.tar.br"), extract(path.join(fresh, "fonts"))),
    pipeline(...open("swiftshader.tar.br"), extract(fresh)),
    pipeline(...open("al2023.tar.br"), extract(path.join(fresh, "al2023")))
  ]);
  writeFileSync(path.join(fresh, "fonts/fonts.conf"), fontsIn(path.join(folder, "fonts")));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
var fontsIn = (folder) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;

// e2e/browser.ts
var SYSTEM = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"];
var ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
];
async function openBrowser() {
  return chromium.launch(await options());
}
var options = async () => ({ ...await found(), args: ARGS, headless: true });
async function found() {
  const own = process.env["KITH_E2E_BROWSER"] === "npm" ? void 0 : SYSTEM.find((file) => existsSync2(file));
  return own ? { executablePath: own } : npmChromium();
}

// ../../lead/shots.ts
var log = readFileSync2("/tmp/lead/shots-server.log", "utf8");
var URL0 = /http:\/\/\S+\?start=\S+/.exec(log)[0];
var KEY = readFileSync2("/tmp/kith-shots.xfAZ/demo.key", "utf8").trim();
var BASE = "http://127.0.0.1:4710";
var SIZES = { desktop: { width: 1440, height: 900 }, tablet: { width: 820, height: 1180 }, phone: { width: 390, height: 844 } };
var [langs = "en,ar", sizes = "desktop,tablet,phone", groups = "till,customer,dialogs,privacy,settings,front"] = process.argv.slice(2);
var t = (l) => {
  const all = { ...JSON.parse(readFileSync2(`/tmp/wt/screens/web/src/language/${l}.json`, "utf8")), ...JSON.parse(readFileSync2(`/tmp/wt/screens/web/src/language/${l}.more.json`, "utf8")) };
  return (k) => k in all ? all[k] : k.split(".").reduce((o, p) => o?.[p], all) ?? k;
};
async function api(method, where, body) {
  const r = await fetch(`${BASE}/api/v1${where}`, { method, headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" }, ...body && { body: JSON.stringify(body) } });
  const j = await r.json().catch(() => ({}));
  if (!r.ok) console.log("API", method, where, r.status, JSON.stringify(j).slice(0, 200));
  return j;
}
var browser = await openBrowser();
var people;
async function setUp() {
  if (people) return people;
  const full = (await api("GET", "/customers?type=full&limit=1")).items[0];
  const stub = (await api("GET", "/customers?type=stub&limit=1")).items[0];
  const find = async (q) => (await api("GET", `/customers?q=${encodeURIComponent(q)}`)).items[0];
  let wadha = await find("+96899000101");
  if (!wadha) {
    wadha = await api("POST", "/customers", { type: "stub", firstName: "Wadha", lastName: "Al Harthi", phone: "+96899000101" });
    await api("PUT", `/customers/${wadha.id}/restriction`, { reason: "Asked us to stop" });
    const late = await api("POST", "/customers", { type: "stub", firstName: "Thuraya", lastName: "Al Busaidi", phone: "+96899000102" });
    await api("POST", "/privacy-requests", { customerId: late.id, kind: "access", text: "What do you know about me?", receivedAt: new Date(Date.now() - 60 * 864e5).toISOString() });
    await api("POST", "/privacy-requests", { customerId: late.id, kind: "rectification", text: "My name is wrong" });
    await api("POST", "/privacy-requests", { customerId: full.id, kind: "restriction", text: "Stop using my data" });
    await api("POST", "/privacy-requests", { customerId: full.id, kind: "erasure", text: "Delete me", receivedAt: new Date(Date.now() - 26 * 864e5).toISOString() });
    await api("POST", "/breaches", { what: "A laptop with the list of customers was lost", people: 120, dataKinds: ["names", "contacts"] });
  }
  return people = { full, stub, wadha };
}
for (const lang of langs.split(",")) for (const size of sizes.split(",")) {
  const dir = `/tmp/lead/shots/${lang}-${size}`;
  mkdirSync2(dir, { recursive: true });
  const T = t(lang);
  const P = await setUp();
  const fresh = async (key = KEY) => {
    const context = await browser.newContext({ baseURL: BASE, viewport: SIZES[size], locale: lang === "ar" ? "ar-OM" : "en-GB", reducedMotion: "reduce", hasTouch: size !== "desktop", isMobile: size !== "desktop" });
    context.setDefaultTimeout(25e3);
    await context.request.get(BASE + new URL(URL0).pathname + new URL(URL0).search);
    const page = await context.newPage();
    page.on("pageerror", (e) => console.log(lang, size, "PAGEERROR", e.message));
    if (key) await page.addInitScript(`sessionStorage.setItem('kith.key', ${JSON.stringify(key)})`);
    return page;
  };
  const shot = async (page, name, fullPage = false) => {
    await page.waitForLoadState("networkidle").catch(() => {
    });
    await page.waitForTimeout(250);
    const [need, have] = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]");
    const cut = await page.evaluate(`[...document.querySelectorAll('button, a, th, h1, h2, label, .mantine-Badge-label, [class*=badge]')].filter(e => e.offsetWidth && !/^Skip|^\u062A\u062E\u0637|^\u0627\u0646\u062A\u0642\u0644/.test(e.textContent) && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow !== 'visible').map(e => e.tagName + ':' + e.textContent.slice(0,30)).slice(0,5)`);
    const small = true ? [] : size === "desktop" ? [] : await page.evaluate(`[...document.querySelectorAll('button, a[href], input:not([type=hidden]), [role=tab]')].filter(e => { const r = e.getBoundingClientRect(); return r.width && r.height && (r.height < 24 || r.width < 24) && r.top >= 0 && r.top < innerHeight && !['checkbox','radio'].includes(e.type)}).map(e => e.tagName + ':' + (e.getAttribute('aria-label') ?? e.textContent).slice(0,24) + ' ' + Math.round(e.getBoundingClientRect().width) + 'x' + Math.round(e.getBoundingClientRect().height)).slice(0,5)`);
    const focus = await page.evaluate(`(() => { const a = document.activeElement; return a === document.body ? '' : a.tagName + '.' + (a.name || a.getAttribute('aria-label') || a.textContent?.slice(0,20) || '') })()`);
    if (need > have || cut.length || small.length) console.log(lang, size, name, need > have ? `OVER ${need}>${have}` : "", cut.length ? `CUT ${cut.join(" | ")}` : "", small.length ? `SMALL ${small.join(" | ")}` : "");
    if (name.startsWith("dialog") && !/^(INPUT|TEXTAREA)/.test(focus)) console.log(lang, size, name, "FOCUS", focus);
    await page.screenshot({ path: `${dir}/${name}.png`, fullPage });
  };
  const step = async (page, name, go2, fullPage = false) => {
    try {
      await go2();
      await shot(page, name, fullPage);
    } catch (e) {
      console.log(lang, size, name, "FAILED", String(e).split("\n").slice(0, 3).join(" "));
      await page.screenshot({ path: `${dir}/${name}-FAILED.png` }).catch(() => {
      });
    }
  };
  const box = (page) => page.locator("main [role=combobox]");
  const go = (name) => groups.split(",").includes(name);
  if (go("till")) {
    const page = await fresh();
    await step(page, "till", () => page.goto("/till").then(() => box(page).waitFor()));
    await step(page, "till-sofia", () => box(page).fill("Sofia").then(() => page.locator("[data-new]").waitFor()));
    await step(page, "till-sofia-enter", () => box(page).press("Enter").then(() => page.locator("input[name=phone]").waitFor()));
    await step(page, "till-unsaved", async () => {
      await page.locator("aside input[name=lastName]").fill("Rossi");
      await page.keyboard.press("Escape");
      await page.locator("[data-unsaved] [data-autofocus]").waitFor({ timeout: 8e3 });
    });
    await page.locator("[data-discard]").click().catch(() => {
    });
    await step(page, "till-none", () => box(page).fill("9911 7788").then(() => page.locator("[data-new]").waitFor()));
    await step(page, "till-two", () => box(page).fill("ahmed").then(() => page.locator("[data-new]").waitFor()).then(() => page.waitForTimeout(500)));
    await step(page, "till-person", async () => {
      await box(page).press("Enter");
      await page.locator("aside dl").waitFor();
    });
    await step(page, "till-address", async () => {
      await page.keyboard.press("F10");
      await page.locator("aside input[name=building]").waitFor();
    });
    await step(page, "till-consents", async () => {
      await page.keyboard.press("Escape");
      await page.locator("aside dl").waitFor();
      await page.keyboard.press("F9");
      await page.waitForTimeout(800);
    });
    await step(page, "till-edit", async () => {
      await page.keyboard.press("Escape");
      await page.locator("aside dl").waitFor();
      await page.keyboard.press("F4");
      await page.locator("aside form").waitFor();
    });
    await step(page, "till-restricted", async () => {
      await page.goto("/till");
      await box(page).fill("99000101");
      await page.locator("[role=option] bdi").first().waitFor();
      await page.waitForTimeout(500);
      await box(page).press("Enter");
      await page.locator("aside [data-restricted]").waitFor();
    });
    await step(page, "till-upgrade", async () => {
      await page.goto("/till");
      await box(page).fill(P.stub.phone);
      await page.locator("[role=option] bdi").first().waitFor();
      await page.waitForTimeout(500);
      await box(page).press("Enter");
      await page.locator("aside dl").waitFor();
      await page.keyboard.press("F8");
      await page.locator("[role=dialog] form").waitFor();
    });
    await step(page, "till-spotlight", async () => {
      await page.goto("/till");
      await box(page).waitFor();
      await page.keyboard.press("Control+k");
      await page.locator("[role=dialog] input").fill("Sofia");
      await page.waitForTimeout(900);
    });
    await step(page, "till-second-screen", () => page.goto("/till/second-screen").then(() => page.locator("h1").waitFor()));
    await page.context().close();
  }
  if (go("customer")) {
    const page = await fresh();
    await step(page, "customers", () => page.goto("/customers").then(() => page.locator("[role=row] a").first().waitFor()));
    await step(page, "customers-sofia", async () => {
      await page.locator("main input").first().fill("Sofia");
      await page.waitForTimeout(1200);
    });
    await step(page, "customers-none", async () => {
      await page.locator("main input").first().fill("qqqqzzzz");
      await page.waitForTimeout(1200);
    });
    for (const tab of ["", "addresses", "preferences", "consents", "logins", "history", "notes", "privacy"]) await step(page, `customer-${tab || "profile"}`, async () => {
      await page.goto(`/customers/${P.full.id}?tab=${tab || "profile"}`);
      await page.locator("[role=tabpanel]").first().waitFor();
    }, true);
    await step(page, "customer-edit", async () => {
      await page.goto(`/customers/${P.full.id}`);
      await page.locator("[role=tabpanel] button").last().click();
      await page.locator("[role=tabpanel] form").waitFor();
    });
    await step(page, "customer-restricted", async () => {
      await page.goto(`/customers/${P.wadha.id}`);
      await page.locator("[data-restricted]").waitFor();
    });
    await step(page, "dialog-lift", async () => {
      await page.locator("[data-restricted] button").click();
      await page.locator("[role=dialog] textarea").waitFor();
    });
    await page.context().close();
  }
  if (go("dialogs")) {
    const page = await fresh();
    const id = P.full.id;
    for (const [name, place, label] of [["new", "/customers", "customers.new"], ["address", `/customers/${id}?tab=addresses`, "address.add"], ["yes", `/customers/${id}?tab=consents`, "consent.grant"], ["request", `/customers/${id}?tab=privacy`, "privacy.record"], ["hold", `/customers/${id}?tab=privacy`, "privacyHold.place"], ["suspend", `/customers/${id}`, "act.suspend"], ["deactivate", `/customers/${id}`, "act.deactivate"], ["record", "/privacy", "privacy.record"], ["breach", "/privacy?tab=breaches", "breach.record"], ["invite", "/settings/staff", "staff.invite"], ["key", "/settings/keys", "keys.create"], ["till", "/settings/tills", "tills.register"], ["publish", "/settings/consents", "consents.publish"], ["version", "/settings/consents", "consents.newVersion"]])
      await step(page, `dialog-${name}`, async () => {
        await page.goto(place);
        await page.getByRole("button", { name: T(label) }).first().click();
        await page.locator("[role=dialog]").waitFor();
      });
    await step(page, "dialog-unsaved", async () => {
      await page.goto("/customers");
      await page.getByRole("button", { name: T("customers.new") }).click();
      await page.locator("[role=dialog] input").first().fill("Halima");
      await page.keyboard.press("Escape");
      await page.locator("[data-unsaved] [data-autofocus]").waitFor({ timeout: 8e3 });
    });
    await page.context().close();
  }
  if (go("privacy")) {
    const officer = (await api("POST", "/api-keys", { name: "privacy-officer", role: "privacy-officer" })).apiKey;
    const page = await fresh(officer);
    for (const tab of ["", "breaches", "erasures", "reviews", "rules"]) await step(page, `privacy-${tab || "requests"}`, () => page.goto(`/privacy${tab && `?tab=${tab}`}`).then(() => page.locator("[role=tab]").first().waitFor()), true);
    await step(page, "dialog-told", async () => {
      await page.goto("/privacy?tab=breaches");
      await page.locator("tbody button").first().click();
      await page.locator("[role=dialog]").waitFor();
    });
    const open = (await api("GET", `/privacy-requests?status=open&customerId=${P.full.id}`)).items;
    const restriction = open.find((r) => r.kind === "restriction"), erasure = open.find((r) => r.kind === "erasure");
    await api("PUT", `/privacy-requests/${restriction.id}/identity`, { proof: "document" });
    await step(page, "privacy-request", () => page.goto(`/privacy/requests/${erasure.id}`).then(() => page.locator("main header button").first().waitFor()), true);
    await step(page, "dialog-identity", async () => {
      await page.getByRole("button", { name: T("privacyAct.identity") }).click();
      await page.locator("[role=dialog]").waitFor();
    });
    await step(page, "dialog-restrict", async () => {
      await page.goto(`/privacy/requests/${restriction.id}`);
      await page.getByRole("button", { name: T("privacyAct.complete") }).click();
      await page.locator("[role=dialog] [data-restricts]").waitFor();
    });
    await step(page, "dialog-backdate", async () => {
      await page.goto("/privacy");
      await page.getByRole("button", { name: T("privacy.record") }).first().click();
      await page.locator("[role=dialog] [name=received]").click();
      await page.locator("[data-day]").first().waitFor();
    });
    await step(page, "dialog-breach-noticed", async () => {
      await page.goto("/privacy?tab=breaches");
      await page.getByRole("button", { name: T("breach.record") }).first().click();
      await page.locator("[role=dialog] [name=noticedDay]").click();
      await page.locator("[data-day]:not(:disabled)").last().click();
    });
    await step(page, "privacy-person-masked", () => page.goto(`/customers/${P.full.id}`).then(() => page.locator("[role=tabpanel] dl").waitFor()));
    await step(page, "dialog-reveal", async () => {
      await page.getByRole("button", { name: T("reveal.act") }).first().click();
      await page.locator("[role=dialog]").waitFor();
    });
    await step(page, "privacy-revealed", async () => {
      await page.locator("[role=dialog] textarea").fill("Asked to call back");
      await page.locator("[role=dialog] button[type=submit]").click();
      await page.locator("[role=dialog]").waitFor({ state: "detached" });
    });
    await step(page, "audit", () => page.goto("/audit").then(() => page.locator("tbody tr").first().waitFor()));
    await page.context().close();
  }
  if (go("settings")) {
    const page = await fresh();
    await step(page, "overview", () => page.goto("/").then(() => page.locator("h1").waitFor()), true);
    for (const s of ["", "staff", "tills", "consents", "preferences", "messages", "sign-in", "keys", "jobs"]) await step(page, `settings-${s || "business"}`, () => page.goto(`/settings/${s}`).then(() => page.locator("main h1").waitFor()), true);
    await step(page, "nothing-here", () => page.goto("/nowhere").then(() => page.locator("h1").waitFor()));
    await step(page, "inbox", () => page.goto("/inbox").then(() => page.locator("h1").waitFor()));
    await page.context().close();
  }
  if (go("front")) {
    const page = await fresh(null);
    await step(page, "sign-in", () => page.goto("/till").then(() => page.locator("main form").first().waitFor()));
    for (const s of ["sign-in", "register", "forgot-password"]) await step(page, `account-${s}`, () => page.goto(`/account/${s}`).then(() => page.locator("main form").first().waitFor()));
    await step(page, "docs", () => page.goto("/docs").then(() => page.waitForTimeout(5e3)));
    await page.context().close();
  }
  console.log(lang, size, "done");
}
await browser.close();
