// The npm package feedparser, as its guide shows it: `worker.js parse|poll LIST OUT`. Each line on standard input is one pass over the
// files or addresses in LIST; "done N" says how many items were read, or how many were new. New headlines go to OUT.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const readline = require('node:readline');
const stream = require('node:stream');
const FeedParser = require('feedparser');

const [mode, list, out] = process.argv.slice(2);
const names = fs.readFileSync(list, 'utf8').split('\n').filter(Boolean);
const known = new Map();
const AT_ONCE = 16;

function read(source) {
    return new Promise((resolve, reject) => {
        const items = [];
        const parser = new FeedParser();
        parser.on('error', reject);
        parser.on('readable', () => {
            for (let item = parser.read(); item; item = parser.read()) {
                items.push(item);
            }
        });
        parser.on('end', () => resolve(items));
        source.pipe(parser);
    });
}

function poll(name) {
    const state = known.get(name) || { seen: new Set(), headers: {} };
    known.set(name, state);
    return new Promise((resolve, reject) => {
        http.get(name, { headers: state.headers }, (response) => {
            if (response.statusCode === 304) {
                response.resume();
                resolve(0);
                return;
            }
            state.headers = {
                'If-None-Match': response.headers.etag || '',
                'If-Modified-Since': response.headers['last-modified'] || '',
            };
            read(response).then((items) => {
                const fresh = items.filter((item) => !state.seen.has(item.guid));
                fresh.forEach((item) => state.seen.add(item.guid));
                fs.appendFileSync(out, fresh.map((item) => `${item.guid} ${item.title}\n`).join(''));
                resolve(fresh.length);
            }, reject);
        }).on('error', reject);
    });
}

async function parse(name) {
    return (await read(stream.Readable.from([fs.readFileSync(name)]))).length;
}

async function pass() {
    let next = 0;
    let total = 0;
    const work = async () => {
        while (next < names.length) {
            const found = await (mode === 'poll' ? poll : parse)(names[next++]);
            total += found;
        }
    };
    await Promise.all(Array.from({ length: mode === 'poll' ? AT_ONCE : 1 }, work));
    return total;
}

(async () => {
    for await (const _ of readline.createInterface({ input: process.stdin })) {
        console.log(`done ${await pass()}`);
    }
})();
