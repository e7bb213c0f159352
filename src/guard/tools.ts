import type { Capability } from '../capability.ts';

/** What kind of thing a tool does, and by what right. */
export type Use =
  | { readonly does: 'edit'; readonly needs: 'edit' }
  | { readonly does: 'shell'; readonly needs: 'execute' }
  | { readonly does: 'other'; readonly needs?: Capability };

const edit: Use = { does: 'edit', needs: 'edit' };
const shell: Use = { does: 'shell', needs: 'execute' };
const right = (needs: Capability): Use => ({ does: 'other', needs });
const free: Use = { does: 'other' };

const table = (use: Use, names: string) => names.split(' ').map((name) => [name, use] as const);

/**
 * The tools of the four, in lower case. Names and inputs as of 2026-11-23:
 * https://code.claude.com/docs/en/tools-reference,
 * https://docs.github.com/en/copilot/reference/hooks-reference#tool-names-for-hook-matching,
 * https://code.visualstudio.com/docs/copilot/reference/copilot-vscode-features,
 * https://cursor.com/docs/agent/hooks, https://docs.augmentcode.com/cli/permissions
 */
const uses: ReadonlyMap<string, Use> = new Map([
  ...table(edit, 'edit write multiedit notebookedit create str_replace str_replace_editor'),
  ...table(edit, 'str_replace_based_edit_tool apply_patch applypatch editfiles createfile'),
  ...table(edit, 'create_file replace_string_in_file multi_replace_string_in_file insert'),
  ...table(edit, 'insert_edit_into_file edit_notebook_file create_new_jupyter_notebook'),
  ...table(edit, 'create_directory createdirectory rename_file delete_file delete strreplace'),
  ...table(edit, 'searchreplace tabwrite editnotebook str-replace-editor save-file remove-files'),
  ...table(shell, 'bash shell powershell terminal run_in_terminal runinterminal'),
  ...table(shell, 'launch-process runcommand run_terminal_cmd write-process'),
  ...table(right('read'), 'read notebookread ls view read_file readfile get_errors problems'),
  ...table(right('read'), 'diagnostics read-terminal view_image lsp bashoutput taskoutput'),
  ...table(right('read'), 'read_bash list_bash readlints read-process list-processes'),
  ...table(right('read'), 'get_terminal_output terminal_last_command terminal_selection'),
  ...table(right('search'), 'grep glob rg grep_search file_search semantic_search codebase'),
  ...table(right('search'), 'list_dir list_code_usages codebase-retrieval semsearch grep-search'),
  ...table(right('search'), 'search-untruncated view-range-untruncated codebase-retrieval-raw'),
  ...table(right('web'), 'webfetch websearch web_fetch web_search web-fetch web-search fetch'),
  ...table(right('web'), 'fetch_webpage'),
  ...table(right('plan'), 'todowrite todoread update_todo manage_todo_list todo'),
  ...table(right('plan'), 'taskcreate taskupdate taskget tasklist view_tasklist add_tasks'),
  ...table(right('plan'), 'update_tasks reorganize_tasklist'),
  ...table(right('delegate'), 'agent task runsubagent run_subagent'),
  ...table(right('draw'), 'render-mermaid'),
  ...table(free, 'askuserquestion ask_user askquestions exitplanmode enterplanmode skill'),
  ...table(free, 'toolsearch killshell taskstop kill-process stop_bash report_intent think'),
]);

/** What a tool does, or nothing of one that we have not heard of. */
export const useOf = (tool: string): Use | undefined =>
  uses.get(tool.toLowerCase()) ?? uses.get(tool.toLowerCase().replace(toolSets, ''));

/** The sets of VS Code; before any other slash stands a server. */
const toolSets = /^(agent|browser|edit|execute|read|search|todo|vscode|web)\//;

/** A tool of an MCP server: which server it is of, and how the tool is called there. */
export interface Served {
  readonly server: string | undefined;
  readonly tool: string;
}

/**
 * `mcp__github__create_issue`, `mcp__plugin_x_github__create_issue`, `github/create_issue`,
 * `MCP:github:create_issue`, or the name of a granted server before or after the tool's, as VS Code
 * (`mcp_github_create_issue`), Copilot (`github-create_issue`) and Augment (`create_issue_github`)
 * write it.
 */
export function servedBy(tool: string, servers: readonly string[]): Served | undefined {
  const claude = /^mcp__(.+?)__(.+)$/.exec(tool);
  if (claude !== null) return { server: claude[1]!.replace(/^plugin_.*_/, ''), tool: claude[2]! };
  const cursor = /^MCP:(?:([^:]+):)?(.+)$/i.exec(tool);
  if (cursor !== null) return { server: cursor[1], tool: cursor[2]! };
  const slash = /^([^/]+)\/(.+)$/.exec(tool);
  if (slash !== null) return { server: slash[1]!, tool: slash[2]! };
  const name = tool.replace(/^mcp_/, '');
  for (const server of servers) {
    const before = [`${server}-`, `${server}_`].find((start) =>
      same(name.slice(0, start.length), start),
    );
    if (before !== undefined) return { server, tool: name.slice(before.length) };
    const after = [`_${server}`, `-${server}`].find((end) => same(name.slice(-end.length), end));
    if (after !== undefined) return { server, tool: name.slice(0, -after.length) };
  }
  return name === tool ? undefined : { server: undefined, tool: name };
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
