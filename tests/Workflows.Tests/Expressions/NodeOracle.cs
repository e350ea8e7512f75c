using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Evaluates sources in one process of Node.js: what it says is what JavaScript means.</summary>
internal static class NodeOracle
{
    public const string Variables = """{"N":5,"D":12.75,"S":"hello","B":true,"L":[4,8,15],"O":{"a":1,"b":{"c":2}}}""";

    private const string Script = """
        const now = +process.argv[1], given = JSON.parse(process.argv[2]);
        const Real = Date;
        globalThis.Date = new Proxy(Real, {
          construct: (target, list) => list.length ? new Real(...list) : new Real(now),
          get: (target, key) => key === 'now' ? () => now : Reflect.get(target, key) });
        const sources = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const lines = sources.map(source => {
          globalThis.variables = structuredClone(given);
          try {
            const wrapped = /^\s*\{ \w+:/.test(source) ? `(${source})` : source;
            const value = /\breturn\b/.test(source) && !/=>|function/.test(source) ? new Function('"use strict";' + source)() : (0, eval)('"use strict";' + wrapped);
            return JSON.stringify(value) ?? 'null';
          } catch (problem) { return '!' + problem.name + ': ' + problem.message; }
        });
        process.stdout.write(JSON.stringify(lines));
        """;

    public static bool IsThere => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")));

    /// <summary>One answer for each source: JSON, or "!" and the error.</summary>
    public static async Task<string[]> EvaluateAsync(IReadOnlyList<string> sources, DateTime now, string zone)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false) };
        foreach (var word in new[] { "-e", Script, new DateTimeOffset(now).ToUnixTimeMilliseconds().ToString(), Variables })
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["TZ"] = zone;
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(sources));
        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }
}
