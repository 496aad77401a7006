import { start as startTimes } from "./times.js";
import { start as startLive } from "./live.js";
import { start as startKeys } from "./keys.js";
import { start as startDeeds } from "./deeds.js";
import { start as startBells } from "./bells.js";
import { start as startRecords } from "./records.js";
import { start as startRules } from "./rules.js";

startTimes();
startLive();
startKeys();
startDeeds();
startBells();
startRecords();
startRules();
