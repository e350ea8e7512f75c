using System.Runtime.CompilerServices;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary>An arrow function or a function: evaluated, it closes over the frame around it.</summary>
internal sealed class FunctionNode(IReadOnlyList<Pattern> parameters, Pattern? rest, Node? expression, Statement? body) : Node(1)
{
    private readonly Pattern[] parameters = [.. parameters];

    /// <summary>JavaScript's length of a function: parameters before the first that has a default.</summary>
    public int Length { get; } = parameters.TakeWhile(parameter => parameter is not DefaultPattern).Count();

    /// <summary>Where a call finds the function itself, for a function expression with a name; -1 for the others.</summary>
    public int OwnSlot { get; init; } = -1;

    /// <summary>Slots of a call, known when the whole function was read.</summary>
    public int Slots { get; set; }

    public int[] Unset { get; set; } = [];

    /// <summary>Nodes of the body: what a call costs at most, so that single nodes need not be counted while they run.</summary>
    public int Nodes { get; set; }

    /// <summary>Levels a call opens.</summary>
    public int Levels { get; } = 3 + Math.Max(
        Math.Max(expression?.Height ?? 0, body?.Height ?? 0), parameters.Append(rest).Select(one => one?.Height ?? 0).Max());

    public override JsValue Evaluate(Frame frame)
    {
        frame.Run.Allocate(80);
        return JsValue.Of(new Closure(this, frame));
    }

    public JsValue Invoke(Closure self, Frame outer, ReadOnlySpan<JsValue> arguments)
    {
        var run = outer.Run;
        run.Step(Nodes);
        run.Allocate(64 + (16 * Slots));
        run.Enter(Levels);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Fail.Depth();
        }

        var frame = new Frame(run, new JsValue[Slots], outer);
        foreach (var slot in Unset)
        {
            frame.Slots[slot] = JsValue.Unset;
        }

        if (OwnSlot >= 0)
        {
            frame.Slots[OwnSlot] = JsValue.Of(self);
        }

        Bind(frame, arguments);
        var result = expression is not null ? expression.Evaluate(frame) : body!.Execute(frame) ? frame.Result : JsValue.Undefined;
        run.Leave(Levels);
        return result;
    }

    private void Bind(Frame frame, ReadOnlySpan<JsValue> arguments)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            parameters[index].Assign(frame, index < arguments.Length ? arguments[index] : default, declares: true);
        }

        if (rest is not null)
        {
            var left = arguments.Length > parameters.Length ? arguments[parameters.Length..] : [];
            rest.Assign(frame, JsValue.Of(JsArray.Of(frame.Run, left.ToArray())), declares: true);
        }
    }
}

internal sealed class Closure(FunctionNode code, Frame outer) : JsFunction
{
    public override JsValue Call(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments) => code.Invoke(this, outer, arguments);

    public override bool TryGetOwn(Evaluation run, string key, out JsValue value)
    {
        value = key == "length" ? JsValue.Of(code.Length) : default;
        return key == "length" || base.TryGetOwn(run, key, out value);
    }
}
