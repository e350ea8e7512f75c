using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>One input as Studio's property panel wants it.</summary>
public static class InputJson
{
    public static JsonObject Of(InputDescriptor input, int order, string language) => new()
    {
        ["name"] = input.Name,
        ["typeName"] = TypeNameOf(input),
        ["displayName"] = input.Label.In(language),
        ["description"] = input.Help.In(language),
        ["order"] = (double)order,
        ["isBrowsable"] = true,
        ["isSynthetic"] = false,
        ["isWrapped"] = input.Wrapped,
        ["uiHint"] = input.UiHint,
        ["category"] = null,
        ["defaultValue"] = DefaultOf(input),
        ["defaultSyntax"] = SyntaxOf(input),
        ["isReadOnly"] = false,
        ["isSensitive"] = false,
        ["storageDriverType"] = null,
        ["uiSpecifications"] = SpecificationsOf(input, language),
    };

    // The tag list and the check list read a collection; with a plain type name they stay empty.
    private static string TypeNameOf(InputDescriptor input) =>
        input.UiHint is "dynamic-outcomes" or "multitext" or "checklist" ? "ICollection<String>" : input.TypeName;

    // Editors of several values and of JSON write text under the syntax "Object"; what they are shown must be the same text.
    private static JsonNode? DefaultOf(InputDescriptor input) => input.Default switch
    {
        JsonArray or JsonObject when input.UiHint is "json-editor" => input.Default.ToJsonString(Readable),
        var value => value?.DeepClone(),
    };

    private static string SyntaxOf(InputDescriptor input) => input.UiHint switch
    {
        "dynamic-outcomes" or "multitext" or "checklist" or "json-editor" => "Object",
        "expression-editor" => "JavaScript",
        _ when input.TypeName == "Boolean" && input.UiHint == "singleline" => "JavaScript",
        _ => "Literal",
    };

    // No enumeration in here may be a text: Studio reads this part with another serializer and the whole panel would break.
    internal static JsonObject SpecificationsOf(InputDescriptor input, string language)
    {
        if (input.Options is null)
        {
            return [];
        }

        var specifications = ChoicesOf(input, language);
        if (input.DependsOnOthers)
        {
            specifications["Refresh"] = true;
        }

        return specifications;
    }

    private static JsonObject ChoicesOf(InputDescriptor input, string language)
    {
        var items = new JsonArray([.. input.Options!.Select(option => (JsonNode)ItemOf(option, input.UiHint, language))]);
        var list = new JsonObject { ["items"] = items, ["isFlagsEnum"] = false };
        return input.UiHint switch
        {
            "radiolist" => new() { ["radiolist"] = new JsonObject { ["radioList"] = list } },
            "checklist" => new() { ["checklist"] = new JsonObject { ["checkList"] = list } },
            _ => new() { ["dropdown"] = new JsonObject { ["selectList"] = list, ["providerName"] = "DropDownProvider" } },
        };
    }

    private static JsonObject ItemOf((string Value, Label Label) option, string uiHint, string language)
    {
        var item = new JsonObject { ["text"] = option.Label.In(language), ["value"] = option.Value };
        if (uiHint == "checklist")
        {
            item["isChecked"] = false;
        }

        return item;
    }

    internal static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string In(this Label label, string language) => language == "en" ? label.En : label.Zh;
}
