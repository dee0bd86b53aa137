import { type DigitalSourceType, sourceTypeUri } from '../../domain/provenance/source-type.ts';
import { boxesIn } from '../mp4-boxes.ts';

/** The box type of XMP in files of the MP4 family (XMP specification, part 3, 2.4.3). */
const XMP_UUID = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');

/** The XMP packet that says how a clip was made, as a box to be put behind the others: nothing in the file moves. */
export function xmpBox(type: DigitalSourceType): Buffer {
  const packet = Buffer.from(packetOf(type));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(head.length + XMP_UUID.length + packet.length);
  head.write('uuid', 4, 'latin1');
  return Buffer.concat([head, XMP_UUID, packet]);
}

/** The source type that a file's XMP names, or `undefined` when it has none. */
export function readXmpSourceType(mp4: Uint8Array): string | undefined {
  for (const { type, bodyStart, end } of boxesIn(mp4, 0, mp4.length)) {
    const body = Buffer.from(mp4.buffer, mp4.byteOffset + bodyStart, end - bodyStart);
    if (type !== 'uuid' || !body.subarray(0, XMP_UUID.length).equals(XMP_UUID)) continue;
    const packet = body.subarray(XMP_UUID.length).toString();
    const found = /DigitalSourceType[>=]"?http:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/(\w+)/.exec(packet);
    if (found !== null) return found[1];
  }
  return undefined;
}

function packetOf(type: DigitalSourceType): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" Iptc4xmpExt:DigitalSourceType="${sourceTypeUri(type)}" xmp:CreatorTool="Reverie Motion"/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`;
}
