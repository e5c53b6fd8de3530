// A browser without WebAssembly, as iPhones in Lockdown Mode are, unless it is a policy that forbids it.

if (location.search !== "?policy") Reflect.deleteProperty(globalThis, "WebAssembly");
