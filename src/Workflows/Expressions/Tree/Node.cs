using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary>The values of one call: its own slots and those of the functions around it.</summary>
internal sealed class Frame(Evaluation run, JsValue[] slots, Frame? parent)
{
    public Evaluation Run { get; } = run;

    public JsValue[] Slots { get; } = slots;

    public Frame? Parent { get; } = parent;

    /// <summary>What <c>return</c> gave; in the outermost frame also the value of the last expression statement.</summary>
    public JsValue Result { get; set; }

    /// <summary>A break is on its way to the switch around it; otherwise what ends statements early is a return.</summary>
    public bool IsBreaking { get; set; }
}

/// <summary>An expression, ready to run. <paramref name="height"/> is the longest way down to a leaf: it bounds the stack that one call can use.</summary>
internal abstract class Node(int height)
{
    public int Height { get; } = height;

    public abstract JsValue Evaluate(Frame frame);

    protected static int Over(Node first, Node? second = null, Node? third = null) =>
        1 + Math.Max(first.Height, Math.Max(second?.Height ?? 0, third?.Height ?? 0));

    protected static int OverAll(IEnumerable<Node?> nodes)
    {
        var height = 0;
        foreach (var node in nodes)
        {
            height = Math.Max(height, node?.Height ?? 0);
        }

        return height + 1;
    }
}

/// <summary>A literal.</summary>
internal sealed class Constant(JsValue value) : Node(1)
{
    public JsValue Value { get; } = value;

    public override JsValue Evaluate(Frame frame) => Value;
}

/// <summary>A statement: true if it ends those around it, by return with the value in <see cref="Frame.Result"/>, or by break.</summary>
internal abstract class Statement(int height)
{
    public int Height { get; } = height;

    public abstract bool Execute(Frame frame);
}
