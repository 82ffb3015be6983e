import os from "os"
import {mixedOnThread} from "./mixed.worker.mjs"

const host = os.hostname()

export async function run() {
	const text = await mixedOnThread(7, 250_000_000)
	return `${text} ${host.length > 0}`
}
