//! Packs that are damaged, yet right where it is checked first.

use equity_catalog::pack::{Pack, PackWriter, Tag};

use crate::small_pack;

const HEADER: usize = 24;
const ROW: usize = 24;

/// Where the table of a pack ends, and the checksum of all before stands.
pub fn table_end(pack: &[u8]) -> Option<usize> {
    let rows = u32::from_le_bytes(pack.get(12..16)?.try_into().ok()?);
    Some(HEADER + ROW * usize::try_from(rows).ok().filter(|rows| *rows <= 64)?)
}

/// The pack with its first bytes, its length and the checksum of its table made right, so that damage behind them is reached. The checksums of
/// sections stay: nothing that reads asks for them.
pub fn resealed(mut pack: Vec<u8>) -> Vec<u8> {
    let length = (pack.len() as u64).to_le_bytes();
    if let (Some(start), Some(to)) = (small_pack().get(..12), pack.get_mut(..12)) {
        to.copy_from_slice(start);
    }
    if let Some(to) = pack.get_mut(16..24) {
        to.copy_from_slice(&length);
    }
    if let Some(end) = table_end(&pack)
        && let Some((table, behind)) = pack.split_at_mut_checked(end)
        && let Some(to) = behind.get_mut(..4)
    {
        to.copy_from_slice(&crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(table).to_le_bytes());
    }
    pack
}

/// The small pack with some of its sections replaced. Each is named by its place in [`Tag::ALL`], a byte, before its length, two bytes, and its
/// bytes; the last may be shorter than it says.
pub fn of_sections(mut data: &[u8]) -> Vec<u8> {
    let mut sections: Vec<Option<&[u8]>> = vec![None; Tag::ALL.len()];
    while let [place, low, high, rest @ ..] = data {
        let length = usize::from(u16::from_le_bytes([*low, *high])).min(rest.len());
        let (section, behind) = rest.split_at(length);
        sections[usize::from(*place) % Tag::ALL.len()] = Some(section);
        data = behind;
    }
    let small = Pack::open(small_pack()).expect("the small pack opens");
    let mut writer = PackWriter::default();
    for (&tag, section) in Tag::ALL.iter().zip(sections) {
        writer.section(tag, section.unwrap_or_else(|| small.section(tag)).to_vec());
    }
    writer.finish()
}

/// Appends a section as [`of_sections`] reads it.
pub fn put_section(out: &mut Vec<u8>, tag: Tag, section: &[u8]) {
    out.push(tag as u8);
    out.extend_from_slice(&(section.len() as u16).to_le_bytes());
    out.extend_from_slice(section);
}
