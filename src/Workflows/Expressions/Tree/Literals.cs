using System.Text;

using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Patterns;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

internal sealed class ArrayLiteral(ArgumentList elements) : Node(OverAll(elements.Nodes))
{
    public override JsValue Evaluate(Frame frame)
    {
        frame.Run.Allocate(72 + (16 * elements.Nodes.Count));
        return JsValue.Of(JsArray.Of(frame.Run, elements.Evaluate(frame)));
    }
}

/// <summary>One <c>key: value</c>, or <c>...value</c> if there is no key.</summary>
internal sealed record LiteralProperty(Node? Key, Node Value);

internal sealed class ObjectLiteral(IReadOnlyList<LiteralProperty> properties) : Node(OverAll(properties.SelectMany(one => new[] { one.Key, one.Value })))
{
    private readonly LiteralProperty[] properties = [.. properties];

    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        run.Allocate(200);
        var made = new JsObject();
        foreach (var property in properties)
        {
            if (property.Key is null)
            {
                Properties.CopyInto(run, made, property.Value.Evaluate(frame));
            }
            else
            {
                var key = Keys.Of(run, property.Key.Evaluate(frame));
                made.Set(run, key, property.Value.Evaluate(frame));
            }
        }

        return JsValue.Of(made);
    }
}

/// <summary>A template: texts and the values between them.</summary>
internal sealed class Template(IReadOnlyList<string> texts, IReadOnlyList<Node> values) : Node(OverAll(values))
{
    public override JsValue Evaluate(Frame frame)
    {
        var run = frame.Run;
        run.AllocateText(texts[0].Length);
        var text = new StringBuilder(texts[0]);
        for (var index = 0; index < values.Count; index++)
        {
            var part = Coerce.ToText(run, values[index].Evaluate(frame));
            run.AllocateText((2L * part.Length) + texts[index + 1].Length);
            text.Append(part).Append(texts[index + 1]);
        }

        return JsValue.Of(text.ToString());
    }
}

/// <summary>A regular expression; each evaluation makes its own object, as its place for the next search is its own.</summary>
internal sealed class RegexLiteral(RegexProgram program) : Node(1)
{
    public override JsValue Evaluate(Frame frame)
    {
        frame.Run.Allocate(100);
        return JsValue.Of(new JsRegExp(program));
    }
}
