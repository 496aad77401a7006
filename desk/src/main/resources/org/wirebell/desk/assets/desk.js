import { start as startTimes } from "./times.js";
import { start as startLive } from "./live.js";
import { start as startKeys } from "./keys.js";

startTimes();
startLive();
startKeys();
