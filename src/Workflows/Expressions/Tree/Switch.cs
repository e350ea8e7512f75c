using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <param name="Test">Null for default.</param>
internal sealed record SwitchCase(Node? Test, StatementList Body);

/// <summary>Runs from the first case that is strictly equal, or from default if none is, to a break or the end.</summary>
internal sealed class SwitchStatement(Node value, IReadOnlyList<SwitchCase> cases, StatementList hoisted)
    : Statement(2 + Math.Max(Math.Max(value.Height, hoisted.Height), cases.Select(one => Math.Max(one.Test?.Height ?? 0, one.Body.Height)).DefaultIfEmpty().Max()))
{
    private readonly SwitchCase[] cases = [.. cases];

    public override bool Execute(Frame frame)
    {
        var wanted = value.Evaluate(frame);
        hoisted.Execute(frame);
        frame.Result = JsValue.Undefined;
        for (var at = First(frame, wanted); at >= 0 && at < cases.Length; at++)
        {
            if (cases[at].Body.Execute(frame))
            {
                var returns = !frame.IsBreaking;
                frame.IsBreaking = false;
                return returns;
            }
        }

        return false;
    }

    private int First(Frame frame, JsValue wanted)
    {
        for (var at = 0; at < cases.Length; at++)
        {
            if (cases[at].Test is { } test && Equality.Strict(frame.Run, wanted, test.Evaluate(frame)))
            {
                return at;
            }
        }

        return Array.FindIndex(cases, one => one.Test is null);
    }
}

internal sealed class BreakStatement() : Statement(1)
{
    public override bool Execute(Frame frame) => frame.IsBreaking = true;
}
