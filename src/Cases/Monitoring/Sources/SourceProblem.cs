using System.Globalization;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Resources;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>One thing that is wrong with a source.</summary>
/// <param name="Code">What kind; the texts are "source.problem.CODE".</param>
/// <param name="Subject">The table, the column, or the right it is about.</param>
/// <param name="Detail">What was found instead, or the words of the database.</param>
public sealed record SourceProblem(string Code, string Subject, string? Detail = null)
{
    public const string Settings = "settings";
    public const string Unreachable = "unreachable";
    public const string Writes = "writes";
    public const string TableMissing = "table-missing";
    public const string ColumnMissing = "column-missing";
    public const string ColumnType = "column-type";
    public const string Schema = "schema";
    public const string NoData = "no-data";
    public const string Stale = "stale";

    /// <summary>Old data is read all the same; everything else keeps rules from running.</summary>
    public bool Warning => Code == Stale;

    public string Text(string language) => Texts.Get(language, "source.problem." + Code, Subject, Detail ?? "");
}

/// <summary>A source that rules must not run in.</summary>
public sealed class SourceUnfitException(string source, IReadOnlyList<SourceProblem> problems) : Exception(Told(source, problems).In("en")), IRefused
{
    public IReadOnlyList<SourceProblem> Problems => problems;

    /// <summary>The first of the problems, and how many there are; the page of sources lists them all.</summary>
    public RuleRefusal Refusal => Told(source, problems);

    public Problem Problem => Problem.Unprocessable("source-unfit", (Func<string, string>)Refusal.In);

    private static RuleRefusal Told(string source, IReadOnlyList<SourceProblem> problems) =>
        new("source-unfit", null, [source, RuleRefusal.Text("source.problem." + problems[0].Code, problems[0].Subject, problems[0].Detail ?? ""), problems.Count.ToString(CultureInfo.InvariantCulture)]);
}

/// <summary>The connection to a source broke while something ran. Nothing of that was stored.</summary>
public sealed class SourceLostException(string during, string message) : Exception($"The connection to the data was lost during {during}: {message}"), IRefused
{
    public RuleRefusal Refusal => new("source-lost", null, [during, message]);
}
