using CaseMgmt.Workflows.Expressions.Syntax;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Reading, writing and listing members of any value. Only own properties and the fixed member tables exist.</summary>
internal static class Properties
{
    public static JsValue Get(Evaluation run, JsValue owner, string name)
    {
        if (owner.AsObject is { } target)
        {
            return target.TryGetOwn(run, name, out var own) ? own : FromTable(target.Members, name, owner);
        }

        return owner.Type switch
        {
            JsType.String => OfText(owner, name),
            JsType.Number => FromTable(NumberMembers.Table, name, owner),
            JsType.Boolean => FromTable(BooleanMembers.Table, name, owner),
            _ => throw Fail.Type($"Cannot read properties of {Coerce.Describe(owner)} (reading '{name}')"),
        };
    }

    public static JsValue Get(Evaluation run, JsValue owner, JsValue key)
    {
        if (key.IsNumber && key.Number >= 0)
        {
            var index = (int)key.Number;
            if (index == key.Number && owner.AsArray is { } array)
            {
                return index < array.Items.Count ? array.Items[index] : default;
            }

            if (index == key.Number && owner.AsText is { } text)
            {
                return index < text.Length ? JsValue.Of(text[index].ToString()) : default;
            }
        }

        if (owner.IsNullish)
        {
            throw Fail.Type($"Cannot read properties of {Coerce.Describe(owner)} (reading '{Coerce.ToText(run, key)}')");
        }

        return Get(run, owner, Keys.Of(run, key));
    }

    public static void Set(Evaluation run, JsValue owner, JsValue key, JsValue value)
    {
        var name = owner.IsNullish
            ? throw Fail.Type($"Cannot set properties of {Coerce.Describe(owner)} (setting '{Coerce.ToText(run, key)}')")
            : Keys.Of(run, key);
        if (Words.RefusedMembers.Contains(name))
        {
            throw Fail.Unsupported($"The member '{name}' is not available in expressions.");
        }

        if (owner.AsObject is not { } target || target is JsFunction)
        {
            throw Fail.Type($"Cannot create property '{name}' on {Coerce.TypeName(owner)}");
        }

        target.Set(run, name, value);
    }

    /// <summary><c>key in owner</c>.</summary>
    public static bool Has(Evaluation run, JsValue owner, JsValue key)
    {
        if (owner.AsObject is not { } target)
        {
            throw Fail.Type($"Cannot use 'in' operator to search for '{Coerce.ToText(run, key)}' in {Coerce.Describe(owner)}");
        }

        var name = Keys.Of(run, key);
        return target.TryGetOwn(run, name, out _) || !FromTable(target.Members, name, owner).IsUndefined;
    }

    public static bool HasOwn(Evaluation run, JsValue owner, string name) => owner.AsText is { } text
        ? name == "length" || (Keys.IsIndex(name) && Keys.Index(name) < text.Length)
        : owner.AsObject is { } target && target.TryGetOwn(run, name, out _);

    public static List<string> OwnKeys(Evaluation run, JsValue owner)
    {
        if (owner.AsText is { } text)
        {
            run.Step(text.Length);
            run.Allocate(40L * text.Length);
            return [.. Enumerable.Range(0, text.Length).Select(index => NumberText.Format(index))];
        }

        return owner.AsObject?.OwnKeys(run) ?? [];
    }

    /// <summary>What <c>{ ...value }</c> and Object.assign copy.</summary>
    public static void CopyInto(Evaluation run, JsObject target, JsValue source)
    {
        foreach (var key in OwnKeys(run, source))
        {
            target.Set(run, key, Get(run, source, key));
        }
    }

    private static JsValue OfText(JsValue owner, string name)
    {
        var text = owner.AsText!;
        if (name == "length")
        {
            return JsValue.Of(text.Length);
        }

        if (Keys.IsIndex(name))
        {
            var index = Keys.Index(name);
            return index < text.Length ? JsValue.Of(text[(int)index].ToString()) : default;
        }

        return FromTable(TextMembers.Table, name, owner);
    }

    private static JsValue FromTable(MemberTable table, string name, JsValue owner)
    {
        if (table.TryGet(name, out var member))
        {
            return member;
        }

        if (Words.AbsentMembers.Contains(name) || (table != ObjectMembers.Table && Words.AbsentValueMembers.Contains(name)))
        {
            throw Fail.Unsupported($"The member '{name}' of {Coerce.TypeName(owner)} is not available in expressions.");
        }

        return default;
    }
}
