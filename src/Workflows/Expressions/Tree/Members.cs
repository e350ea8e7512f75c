using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary><c>target.name</c>, or <c>target?.name</c>.</summary>
internal sealed class Member(Node target, string name, bool optional) : Node(Over(target))
{
    public Node Target { get; } = target;

    public Constant Key { get; } = new(JsValue.Of(name));

    public string Name { get; } = name;

    public bool Optional { get; } = optional;

    public override JsValue Evaluate(Frame frame)
    {
        var owner = Target.Evaluate(frame);
        return owner.IsShortCircuit || (Optional && owner.IsNullish) ? JsValue.ShortCircuit : Properties.Get(frame.Run, owner, Name);
    }
}

/// <summary><c>target[key]</c>, or <c>target?.[key]</c>.</summary>
internal sealed class Element(Node target, Node key, bool optional) : Node(Over(target, key))
{
    public Node Target { get; } = target;

    public Node Key { get; } = key;

    public bool Optional { get; } = optional;

    public override JsValue Evaluate(Frame frame)
    {
        var owner = Target.Evaluate(frame);
        return owner.IsShortCircuit || (Optional && owner.IsNullish) ? JsValue.ShortCircuit : Properties.Get(frame.Run, owner, Key.Evaluate(frame));
    }
}

/// <summary>A whole chain with <c>?.</c> in it: where it was cut short it is undefined.</summary>
internal sealed class Chain(Node inner) : Node(Over(inner))
{
    public override JsValue Evaluate(Frame frame)
    {
        var value = inner.Evaluate(frame);
        return value.IsShortCircuit ? JsValue.Undefined : value;
    }
}
