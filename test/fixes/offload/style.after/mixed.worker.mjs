import { format } from "util"
import { onThread } from "./worker-pool.mjs"

export function mixed(seed, rounds) {
	let value = seed
	for (let i = 0; i < rounds; i++) value = (value ^ (value << 3)) + i | 0
	return format("%d", value)
}

export const mixedOnThread = onThread(import.meta.url, "mixed")
