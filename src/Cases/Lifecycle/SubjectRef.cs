using System.Globalization;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>What a workflow instance is about, as its correlation id says it: "case/42" or "task/7". Also the name of the history chain.</summary>
public readonly record struct SubjectRef(string Kind, long Id)
{
    public const string CaseKind = "case";
    public const string TaskKind = "task";

    public bool IsCase => Kind == CaseKind;

    public bool IsTask => Kind == TaskKind;

    public static SubjectRef Case(long id) => new(CaseKind, id);

    public static SubjectRef Task(long id) => new(TaskKind, id);

    /// <summary>Null for texts that name neither a case nor a task.</summary>
    public static SubjectRef? TryParse(string? text)
    {
        var parts = (text ?? "").Split('/');
        return parts is [CaseKind or TaskKind, var id] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SubjectRef(parts[0], number)
            : null;
    }

    public static SubjectRef Parse(string? text) =>
        TryParse(text) ?? throw new FormatException($"'{text}' is neither a case nor a task: start the instance with such a correlation id.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Id}");
}
