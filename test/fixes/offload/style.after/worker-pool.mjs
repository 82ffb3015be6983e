// Computes functions of other modules on worker threads, as many at once as there are processors to spare.
import { availableParallelism } from "node:os"
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads"

const limit = Math.max(1, availableParallelism() - 1)
const idle = []
const waiting = []
const running = new Map()
let count = 0

/**
 * What a module exports by this name, as a function that computes on a worker thread. Arguments and results are copied. A signal
 * behind the arguments ends it.
 */
export function onThread(module, name) {
	return (...args) => run(jobOf(module, name, args))
}

async function run(job) {
	const { signal } = job
	signal?.throwIfAborted()
	let stop = () => {}
	try {
		return await new Promise((resolve, reject) => {
			const task = { ...job, resolve, reject }
			stop = () => cancel(task)
			signal?.addEventListener("abort", stop, { once: true })
			waiting.push(task)
			next()
		})
	} finally {
		signal?.removeEventListener("abort", stop)
	}
}

/** Takes a task out of those that wait, or ends the thread that computes it. */
function cancel(task) {
	if (waiting.includes(task)) waiting.splice(waiting.indexOf(task), 1)
	for (const [worker, other] of running) {
		if (other !== task) continue
		running.delete(worker)
		void worker.terminate()
	}
	task.reject(task.signal?.reason)
}

function next() {
	while (waiting.length > 0) {
		const worker = idle.pop() ?? (count < limit ? start() : undefined)
		const task = worker && waiting.shift()
		if (!task) return
		try {
			worker.postMessage(task.message, task.transfer)
			running.set(worker, task)
			worker.ref()
		} catch (error) {
			// An argument cannot be copied.
			idle.push(worker)
			task.reject(error)
		}
	}
}

function start() {
	count += 1
	const worker = new Worker(new URL(import.meta.url), { workerData: { isInPool: true } })
	worker.on("message", ({ value, wasBuffer, isError, properties }) => {
		const task = finished(worker)
		// It was ended meanwhile.
		if (!task) return
		idle.push(worker)
		next()
		if (isError) task.reject(properties ? Object.assign(value, properties) : value)
		else task.resolve(wasBuffer ? toBuffer(value) : value)
	})
	worker.on("error", (error) => finished(worker)?.reject(error))
	worker.on("exit", (code) => {
		count -= 1
		if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
		finished(worker)?.reject(new Error(`The worker thread ended with exit code ${code}.`))
		next()
	})
	return worker
}

/** Takes the task from its worker, which then no longer keeps the process alive. */
function finished(worker) {
	const task = running.get(worker)
	running.delete(worker)
	worker.unref()
	return task
}

const given = new WeakSet()

/** An argument that goes to the thread itself, not as a copy: here it is empty afterwards. */
export function moved(array) {
	given.add(array.buffer)
	return array
}

function jobOf(module, name, all) {
	const last = all.at(-1)
	const signal = last instanceof AbortSignal ? last : undefined
	const args = signal ? all.slice(0, -1) : all
	const transfer = args.flatMap((arg) =>
		ArrayBuffer.isView(arg) && given.has(arg.buffer) ? [arg.buffer] : [],
	)
	return { message: { module, name, args, buffers: args.map(isBuffer) }, transfer, signal }
}

function isBuffer(value) {
	return Buffer.isBuffer(value)
}

/** The copy of a buffer is a plain array of bytes. */
function toBuffer({ buffer, byteOffset, byteLength }) {
	return Buffer.from(buffer, byteOffset, byteLength)
}

/** What a worker thread does with a task. */
async function compute({ module, name, args, buffers }) {
	try {
		const loaded = await import(module)
		const copies = args.map((arg, index) => (buffers[index] ? toBuffer(arg) : arg))
		const value = await loaded[name](...copies)
		return { value, wasBuffer: isBuffer(value) }
	} catch (error) {
		// The copy of an error lacks what was added to it.
		const added = error instanceof Error ? Object.entries(error).filter(([, value]) => Object(value) !== value) : []
		return { value: error, isError: true, properties: added.length > 0 && Object.fromEntries(added) }
	}
}

if (!isMainThread && workerData?.isInPool) {
	parentPort?.on("message", async (message) => {
		try {
			parentPort?.postMessage(await compute(message))
		} catch (error) {
			// The result cannot be copied.
			parentPort?.postMessage({ value: error, isError: true })
		}
	})
}
