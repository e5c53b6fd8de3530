//! Hands any bytes to [`equity_catalog_fuzz::sections()`].

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| equity_catalog_fuzz::sections(data));
