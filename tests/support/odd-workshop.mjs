/** Stands in for the workshop's program: its jobs' file says what goes wrong. */
let kept = [];
process.on("message", ({ id, job }) => {
  switch (job.file) {
    case "crash":
      return process.kill(process.pid, "SIGSEGV");
    case "hang":
      for (;;);
    case "swallow": {
      const fill = () => {
        kept.push(Buffer.alloc(32 * 1024 * 1024, 1));
        setTimeout(fill, 5);
      };
      return fill();
    }
    case "full":
      return process.send({ id, failure: { message: "ENOSPC", isDiskFull: true } });
    case "environment":
      return process.send({ id, answer: { entries: [{ title: JSON.stringify(process.env), text: "", at: null }] } });
    default:
      return process.send({ id, answer: { entries: [{ title: String(process.pid), text: "", at: null }] } });
  }
});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
