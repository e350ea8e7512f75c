using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseMgmt.Cases.Resources;

namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>
/// Why a rule is refused or failed, kept apart from any language: a stable code, where in the rule, and what fills the holes of its text "rule.{code}".
/// An argument that begins with <see cref="Key"/> is itself the key of a text, with what fills its holes behind it.
/// </summary>
public sealed record RuleRefusal(string Code, int? Position, IReadOnlyList<string> Args)
{
    public const char Key = '\u001f';

    /// <summary>Columns that keep a refusal are so long.</summary>
    private const int MostStored = 500;
    private const int LongestArgument = 200;
    private static readonly JsonSerializerOptions Plain =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The file that it is about; null for a rule that came by hand.</summary>
    public string? File { get; init; }

    public static string Word(string name) => Text("rule.word." + name);

    public static string Text(string key, params string[] args) => Key + string.Join(Key, [key, .. args]);

    public string In(string language)
    {
        var text = Texts.Get(language, $"rule.{Code}", [.. Args.Select(arg => arg.Split(Key) is ["", var key, .. var holes] ? Texts.Get(language, key, [.. holes]) : arg)]);
        var placed = Position is { } at ? Texts.Get(language, "rule.at", text, at + 1) : text;
        return File is null ? placed : Texts.Get(language, "rule.file", File, placed);
    }

    /// <summary>Why something that ran ended without its result. The words of a database or of the runtime stay as they are.</summary>
    public static RuleRefusal Of(Exception failure) => failure is IRefused refused ? refused.Refusal : new RuleRefusal("failed", null, [failure.Message]);

    /// <summary>As a row keeps it, in no language.</summary>
    public string Stored()
    {
        for (var longest = LongestArgument; ; longest /= 2)
        {
            var text = JsonSerializer.Serialize(this with { Args = [.. Args.Select(arg => arg[..Math.Min(longest, arg.Length)])] }, Plain);
            if (text.Length <= MostStored)
            {
                return text;
            }
        }
    }

    /// <summary>What a row keeps, for a reader; a sentence that was stored before there were codes stays what it is.</summary>
    public static string? Told(string? stored, string language) =>
        stored is ['{', ..] ? JsonSerializer.Deserialize<RuleRefusal>(stored, Plain)!.In(language) : stored;
}

/// <summary>Carries a refusal to the person who wrote the rule.</summary>
public sealed class RuleException(RuleRefusal refusal) : Exception(refusal.In("en")), IRefused
{
    public RuleException(string code, int? position = null, params object[] args)
        : this(new RuleRefusal(code, position, [.. args.Select(arg => Convert.ToString(arg, CultureInfo.InvariantCulture) ?? "")]))
    {
    }

    public RuleRefusal Refusal => refusal;

    /// <summary>The answer to a request with this rule; the member "rule" tells programs and the editor what is wrong and where.</summary>
    public Problem Problem => new(422, "theme-rule", (Func<string, string>)refusal.In) { More = { ["rule"] = new { code = refusal.Code, position = refusal.Position } } };
}
