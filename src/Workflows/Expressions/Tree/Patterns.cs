using CaseMgmt.Workflows.Expressions.Library;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Tree;

/// <summary>Where a value goes: a name, a member, or the parts of a destructuring.</summary>
internal abstract class Pattern(int height)
{
    public int Height { get; } = height;

    public abstract void Assign(Frame frame, JsValue value, bool declares);
}

internal sealed class NamePattern(Name name) : Pattern(1)
{
    public Name Name { get; } = name;

    public override void Assign(Frame frame, JsValue value, bool declares) => Name.Assign(frame, value, declares);
}

/// <summary>A member as a target of a destructuring assignment.</summary>
internal sealed class MemberPattern(Node target, Node key) : Pattern(1 + Math.Max(target.Height, key.Height))
{
    public override void Assign(Frame frame, JsValue value, bool declares) =>
        Properties.Set(frame.Run, target.Evaluate(frame), key.Evaluate(frame), value);
}

/// <summary><c>target = fallback</c>: the fallback stands in for undefined.</summary>
internal sealed class DefaultPattern(Pattern target, Node fallback) : Pattern(1 + Math.Max(target.Height, fallback.Height))
{
    public override void Assign(Frame frame, JsValue value, bool declares) =>
        target.Assign(frame, value.IsUndefined ? fallback.Evaluate(frame) : value, declares);
}

/// <summary><c>[a, , b = 1, ...rest]</c>; a null element skips a value.</summary>
internal sealed class ArrayPattern(IReadOnlyList<Pattern?> elements, Pattern? rest)
    : Pattern(1 + elements.Append(rest).Select(one => one?.Height ?? 0).Max())
{
    public override void Assign(Frame frame, JsValue value, bool declares)
    {
        var run = frame.Run;
        var items = Iteration.ToList(run, value);
        for (var index = 0; index < elements.Count; index++)
        {
            elements[index]?.Assign(frame, index < items.Count ? items[index] : default, declares);
        }

        rest?.Assign(frame, JsValue.Of(Rest(run, items)), declares);
    }

    private JsArray Rest(Evaluation run, List<JsValue> items)
    {
        var left = Math.Max(0, items.Count - elements.Count);
        var made = JsArray.Make(run, left);
        made.Items.AddRange(items.Skip(elements.Count));
        return made;
    }
}

/// <summary>One <c>key: target</c> of an object pattern.</summary>
internal sealed record PatternProperty(Node Key, Pattern Target);

/// <summary><c>{ a, b: c = 1, ...rest }</c>.</summary>
internal sealed class ObjectPattern(IReadOnlyList<PatternProperty> properties, Pattern? rest)
    : Pattern(1 + properties.Select(one => Math.Max(one.Key.Height, one.Target.Height)).Append(rest?.Height ?? 0).Max())
{
    public override void Assign(Frame frame, JsValue value, bool declares)
    {
        if (value.IsNullish)
        {
            throw Fail.Type($"Cannot destructure '{Coerce.Describe(value)}' as it is {Coerce.Describe(value)}.");
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var key = Keys.Of(frame.Run, property.Key.Evaluate(frame));
            taken.Add(key);
            property.Target.Assign(frame, Properties.Get(frame.Run, value, key), declares);
        }

        rest?.Assign(frame, JsValue.Of(Rest(frame.Run, value, taken)), declares);
    }

    private static JsObject Rest(Evaluation run, JsValue value, HashSet<string> taken)
    {
        var made = new JsObject();
        foreach (var key in Properties.OwnKeys(run, value))
        {
            if (!taken.Contains(key))
            {
                made.Set(run, key, Properties.Get(run, value, key));
            }
        }

        return made;
    }
}
