using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>A date: milliseconds since 1970 UTC, or NaN. Local members use the zone of the scope.</summary>
internal sealed class JsDate(double time) : JsObject
{
    public double Time { get; set; } = time;

    public override MemberTable Members => DateMembers.Table;

    public override string ClassName => "Date";
}

/// <summary>What <c>throw new Error(...)</c> throws; nothing catches it here.</summary>
internal sealed class JsError(string kind) : JsObject
{
    /// <summary>The class that made it.</summary>
    public string Kind { get; } = kind;

    public override MemberTable Members => ErrorMembers.Table;

    public override string ClassName => "Error";

    /// <summary>Name and message are not listed, so an error is {} as JSON.</summary>
    public override List<string> OwnKeys(Evaluation run) => [];

    public string Describe(Evaluation run)
    {
        var name = TryGetOwn(run, "name", out var own) ? Coerce.ToText(run, own) : "Error";
        var message = TryGetOwn(run, "message", out own) ? Coerce.ToText(run, own) : "";
        return message.Length == 0 ? name : name.Length == 0 ? message : $"{name}: {message}";
    }
}
