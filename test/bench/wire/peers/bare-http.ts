// The least a client over HTTP can do: `node:http` with one kept connection, the whole history every turn.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { instructions, prompt, resultOf, tools } from '../job.ts';
import { apiKey, baseUrl, resultBytes } from './settings.ts';

const secure = baseUrl.startsWith('https:');
const agent = secure ? new HttpsAgent({ keepAlive: true, maxSockets: 1 }) : new HttpAgent({ keepAlive: true, maxSockets: 1 });
const request = secure ? httpsRequest : httpRequest;
const input: object[] = [{ type: 'message', role: 'user', content: prompt }];

function post(body: string): Promise<IncomingMessage> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    request(`${baseUrl}/responses`, { method: 'POST', agent, headers }, resolve).once('error', reject).end(body);
  });
}

for (let turn = 1, going = true; going; turn++) {
  const response = await post(JSON.stringify({ model: 'tape', instructions, tools, stream: true, store: false, input }));
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  const last = text.lastIndexOf('data: {"type":"response.completed"');
  const { response: ended } = JSON.parse(text.slice(last + 6, text.indexOf('\n', last)));
  going = false;
  for (const item of ended.output) {
    if (item.type !== 'function_call') continue;
    going = true;
    input.push(item, { type: 'function_call_output', call_id: item.call_id, output: resultOf(turn, resultBytes) });
  }
}
agent.destroy();
