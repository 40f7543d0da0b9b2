// Loaded into the server by serve.mjs: it stops, in good order, when whoever started it is gone.

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => (isStopping = true));

process.once("disconnect", () => {
  // At a terminal both got the same Ctrl-C, and ours may still be on its way.
  setTimeout(() => {
    if (!isStopping) process.kill(process.pid, "SIGTERM");
  }, 200).unref();
});
