import { lookup as systemLookup } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { buildConnector } from 'undici';
import { DownloadError } from './download-error.ts';

/** Asks the name service for all addresses of a host. */
export type ResolveHost = (host: string) => Promise<readonly string[]>;

/** Opens a connection to an address that was checked; `host` stays the name, for TLS and the request. */
export type OpenConnection = buildConnector.connector;

export const resolveBySystem: ResolveHost = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) => {
      if (error) reject(error);
      else resolve(found.map(({ address }) => address));
    });
  });

/** Whether an address belongs to the internet: not to this machine, its network, a cloud's metadata, or a way around those. */
function isPublicAddress(address: string): boolean {
  // v4 addresses that are written as v6 are read as what they are
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** Hosts of an engine's clips: these or below them; the setting is where an operator adds one. */
export interface AllowedHosts {
  readonly allowedHosts: readonly string[];
  readonly hostsSetting?: string;
}

/** Why an address is not fetched; `undefined` when it may be. */
export function addressRefusal(url: URL, { allowedHosts, hostsSetting }: AllowedHosts): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:') return `it is not https (${url.protocol})`;
  if (url.username !== '' || url.password !== '') return 'it carries a name or a password';
  if (url.port !== '') return `its port is ${url.port}`;
  if (isIP(host) !== 0 && !isPublicAddress(host)) return `${host} is no public address`;
  if (!allowedHosts.some((allowed) => host === allowed || host.endsWith(`.${allowed}`))) {
    const remedy = hostsSetting === undefined ? '' : `; if it is the vendor's, add it to ${hostsSetting}`;
    return `${host} is none of the engine's hosts (${allowedHosts.join(', ')})${remedy}`;
  }
  return undefined;
}

/**
 * Connects to public addresses only. A name is resolved once, every answer has to be public, and the connection uses the
 * answer that was checked, so that a second answer of the name service changes nothing.
 */
export function publicConnector(resolveHost: ResolveHost, open: OpenConnection): OpenConnection {
  return (options, callback) => {
    const { hostname } = options;
    checkedAddresses(hostname, resolveHost)
      .then((addresses) => openOne(addresses, options, open))
      .then((socket) => callback(null, socket as Parameters<typeof callback>[1] & object))
      .catch((error: Error) => callback(error, null));
  };
}

async function checkedAddresses(hostname: string, resolveHost: ResolveHost): Promise<readonly string[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolveHost(host) : [host];
  const inside = addresses.find((address) => !isPublicAddress(address));
  if (inside !== undefined)
    throw new DownloadError('address-not-allowed', `${host} leads to ${inside}, no public address`);
  return addresses;
}

async function openOne(
  addresses: readonly string[],
  options: buildConnector.Options,
  open: OpenConnection,
): Promise<unknown> {
  let failed: unknown = new Error(`${options.hostname} has no address`);
  for (const hostname of addresses) {
    try {
      return await new Promise((resolve, reject) => {
        open({ ...options, hostname }, (error, socket) => (error ? reject(error) : resolve(socket)));
      });
    } catch (error) {
      failed = error;
    }
  }
  throw failed;
}
