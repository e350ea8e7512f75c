using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Patterns;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>A regular expression with the place where its next search starts (only used with the flags g and y).</summary>
internal sealed class JsRegExp(RegexProgram program) : JsObject
{
    private int lastIndex;

    public RegexProgram Program { get; } = program;

    public override MemberTable Members => RegexMembers.Table;

    public override string ClassName => "RegExp";

    public override bool TryGetOwn(Evaluation run, string key, out JsValue value)
    {
        value = key == "lastIndex" ? JsValue.Of(lastIndex) : RegexMembers.Flag(Program, key);
        return !value.IsUndefined || base.TryGetOwn(run, key, out value);
    }

    public override void Set(Evaluation run, string key, JsValue value)
    {
        if (key != "lastIndex" || !value.IsNumber || value.Number != (int)value.Number || value.Number < 0)
        {
            throw Fail.Unsupported("Only lastIndex of a regular expression can be set, to a whole number.");
        }

        lastIndex = (int)value.Number;
    }

    public override List<string> OwnKeys(Evaluation run) => [];

    /// <summary>exec: the match as an array with index, input and groups, or null.</summary>
    public JsValue Execute(Evaluation run, string text) => Find(run, text) is { } found ? JsValue.Of(Result(run, found)) : JsValue.Null;

    public RegexMatch? Find(Evaluation run, string text)
    {
        var keeps = Program.Global || Program.Sticky;
        var found = keeps && lastIndex > text.Length ? null : Program.Match(run, text, keeps ? lastIndex : 0, Program.Sticky);
        lastIndex = keeps ? found?.End ?? 0 : lastIndex;
        return found;
    }

    public JsObject Result(Evaluation run, RegexMatch found)
    {
        var made = JsArray.Make(run, found.Groups);
        for (var group = 0; group < found.Groups; group++)
        {
            made.Items.Add(found.Text(run, group));
        }

        return made.Attach(
            ("index", JsValue.Of(found.Start)),
            ("input", JsValue.Of(found.Source)),
            ("groups", found.Names.Count == 0 ? default : JsValue.Of(found.NamedGroups(run))));
    }

    public override string ToString() => $"/{Program.Source}/{Program.Flags}";
}

/// <summary>The named groups of a match: JavaScript gives them no members at all, not even a text.</summary>
internal sealed class JsGroups : JsObject
{
    public override MemberTable Members => FunctionMembers.Table;
}
