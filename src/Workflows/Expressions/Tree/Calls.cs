using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary><c>...value</c> in arguments and array literals.</summary>
internal sealed class Spread(Node value) : Node(Over(value))
{
    public Node Value { get; } = value;

    public override JsValue Evaluate(Frame frame) => Value.Evaluate(frame);
}

/// <summary>Arguments of a call or elements of an array literal.</summary>
internal sealed class ArgumentList(IReadOnlyList<Node> nodes)
{
    private readonly Node[] nodes = [.. nodes];
    private readonly bool hasSpread = nodes.Any(node => node is Spread);

    public IReadOnlyList<Node> Nodes => nodes;

    public JsValue[] Evaluate(Frame frame)
    {
        if (nodes.Length == 0)
        {
            return [];
        }

        if (hasSpread)
        {
            return [.. Expand(frame)];
        }

        var values = new JsValue[nodes.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = nodes[index].Evaluate(frame);
        }

        return values;
    }

    public List<JsValue> Expand(Frame frame)
    {
        var values = new List<JsValue>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is Spread spread)
            {
                var items = Iteration.ToList(frame.Run, spread.Evaluate(frame));
                frame.Run.Allocate(32L * items.Count);
                values.AddRange(items);
            }
            else
            {
                values.Add(node.Evaluate(frame));
            }
        }

        return values;
    }
}

/// <summary><c>callee(arguments)</c>; a member as callee is called on its owner.</summary>
internal sealed class Call(Node callee, ArgumentList arguments, bool optional, string source) : Node(1 + Math.Max(callee.Height, OverAll(arguments.Nodes)))
{
    public override JsValue Evaluate(Frame frame)
    {
        JsValue self = default;
        var function = callee switch
        {
            Member member => Find(frame, member.Target, member.Optional, null, member.Name, ref self),
            Element element => Find(frame, element.Target, element.Optional, element.Key, "", ref self),
            _ => callee.Evaluate(frame),
        };
        if (function.IsShortCircuit || (optional && function.IsNullish))
        {
            return JsValue.ShortCircuit;
        }

        var values = arguments.Evaluate(frame);
        return function.AsFunction is { } target ? target.Call(frame.Run, self, values) : throw Fail.Type($"{source} is not a function");
    }

    private static JsValue Find(Frame frame, Node owner, bool isOptional, Node? key, string name, ref JsValue self)
    {
        self = owner.Evaluate(frame);
        if (self.IsShortCircuit || (isOptional && self.IsNullish))
        {
            return JsValue.ShortCircuit;
        }

        return key is null ? Properties.Get(frame.Run, self, name) : Properties.Get(frame.Run, self, key.Evaluate(frame));
    }
}

/// <summary><c>new Date(...)</c> and the few other classes that can be made.</summary>
internal sealed class New(Node callee, ArgumentList arguments, string source) : Node(1 + Math.Max(callee.Height, OverAll(arguments.Nodes)))
{
    public override JsValue Evaluate(Frame frame)
    {
        var function = callee.Evaluate(frame);
        var values = arguments.Evaluate(frame);
        return function.AsObject is NativeFunction { Construct: { } construct }
            ? construct(frame.Run, JsValue.Undefined, values)
            : throw Fail.Type($"{source} is not a constructor");
    }
}
