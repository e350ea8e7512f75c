using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Host.Cli;

/// <summary>
/// The verb <c>eval</c>: one JavaScript expression a line from standard input, one JSON value a line (null for undefined, {"error":…} for what fails).
/// Options: --variables JSON, --input JSON, --now ISO, --seed N, --zone ID. Each line has its own scope and budget.
/// </summary>
public static class Eval
{
    public static async Task<int> ExecuteAsync(string[] args, TextReader input, TextWriter output, TextWriter error)
    {
        EvalOptions options;
        try
        {
            options = EvalOptions.Read(args, TimeProvider.System);
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException or TimeZoneNotFoundException)
        {
            await error.WriteLineAsync($"eval: {problem.Message}");
            return 2;
        }

        while (await input.ReadLineAsync() is { } line)
        {
            await output.WriteLineAsync(Evaluate(line, options.NewScope()));
        }

        return 0;
    }

    private static string Evaluate(string line, ExpressionScope scope)
    {
        var (expression, problem) = CompiledExpression.Compile(line);
        if (expression is null)
        {
            return Error("not-compiled", problem!.ToString());
        }

        try
        {
            return expression.EvaluateJson(scope, new ExpressionBudget());
        }
        catch (ExpressionException failure)
        {
            return Error(failure.Code, failure.Reason);
        }
    }

    private static string Error(string code, string reason) => new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["reason"] = reason } }.ToJsonString();

    private sealed record EvalOptions(JsonObject Variables, JsonObject Input, DateTime Now, long Seed, TimeZoneInfo Zone)
    {
        public static EvalOptions Read(string[] args, TimeProvider time)
        {
            var options = new EvalOptions([], [], time.GetUtcNow().UtcDateTime, 0, ExpressionScope.DefaultZone);
            for (var at = 0; at < args.Length; at += 2)
            {
                var value = at + 1 < args.Length ? args[at + 1] : throw new FormatException($"{args[at]} needs a value.");
                options = args[at] switch
                {
                    "--variables" => options with { Variables = Parse(value) },
                    "--input" => options with { Input = Parse(value) },
                    "--now" => options with { Now = DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime },
                    "--seed" => options with { Seed = long.Parse(value, CultureInfo.InvariantCulture) },
                    "--data" => options,
                    "--zone" => options with { Zone = TimeZoneInfo.FindSystemTimeZoneById(value) },
                    _ => throw new FormatException($"Unknown option {args[at]}."),
                };
            }

            return options;
        }

        public ExpressionScope NewScope()
        {
            var variables = Variables.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
            return new ExpressionScope
            {
                Now = Now,
                Seed = Seed,
                Zone = Zone,
                Variables = variables,
                Functions = new Dictionary<string, HostFunction>(StringComparer.Ordinal)
                {
                    ["getVariable"] = arguments => variables.GetValueOrDefault(Name(arguments)),
                    ["getInput"] = arguments => Input[Name(arguments)],
                },
            };
        }

        private static string Name(IReadOnlyList<JsonNode?> arguments) => arguments.Count > 0 ? arguments[0]?.ToString() ?? "" : "";

        private static JsonObject Parse(string json) => JsonNode.Parse(json) as JsonObject ?? throw new FormatException("A JSON object is expected.");
    }
}
