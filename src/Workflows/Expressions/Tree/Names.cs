using CaseMgmt.Workflows.Expressions.Syntax;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary>A name in use. Where it leads is known when the whole source is read: a slot so many functions out, the library, or the scope.</summary>
internal sealed class Name(string text, int offset) : Node(1)
{
    private int hops = -1;
    private int slot;
    private JsValue library;

    public string Text { get; } = text;

    public int Offset { get; } = offset;

    public Binding? Binding { get; private set; }

    /// <summary>Neither declared here nor part of the library: the scope is asked.</summary>
    public bool IsGlobal => Binding is null && library.IsUndefined;

    public void LeadsTo(Binding binding, int outwards)
    {
        Binding = binding;
        hops = outwards;
        slot = binding.Slot;
    }

    public void LeadsTo(JsValue member) => library = member;

    /// <summary>The scope is asked once for each of these numbers.</summary>
    public void LeadsToGlobal(int number) => slot = number;

    public override JsValue Evaluate(Frame frame)
    {
        if (hops < 0)
        {
            return library.IsUndefined ? Global(frame.Run) : library;
        }

        var value = Home(frame).Slots[slot];
        return value.IsUnset ? throw Fail.Reference($"Cannot access '{Text}' before initialization") : value;
    }

    /// <summary>For <c>typeof</c>, where a name that does not exist is undefined.</summary>
    public JsValue EvaluateIfKnown(Frame frame) => IsGlobal ? (frame.Run.TryGlobal(Text, slot, out var value) ? value : default) : Evaluate(frame);

    public void Assign(Frame frame, JsValue value, bool declares)
    {
        if (Binding is null)
        {
            throw Fail.Reference($"{Text} is not defined");
        }

        var slots = Home(frame).Slots;
        if (!declares)
        {
            if (slots[slot].IsUnset)
            {
                throw Fail.Reference($"Cannot access '{Text}' before initialization");
            }

            if (Binding.IsConst)
            {
                throw Fail.Type("Assignment to constant variable.");
            }
        }

        slots[slot] = value;
    }

    private Frame Home(Frame frame)
    {
        for (var left = hops; left > 0; left--)
        {
            frame = frame.Parent!;
        }

        return frame;
    }

    private JsValue Global(Evaluation run) => run.TryGlobal(Text, slot, out var value) ? value : throw Fail.Reference($"{Text} is not defined");
}
