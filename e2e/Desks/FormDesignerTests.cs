using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Desks;

/// <summary>A form from the change of one question to the version in force, by two people, while a closed case keeps the one it was answered with.</summary>
[Collection(DeskStories.Name)]
public sealed class FormDesignerTests(Browsers browsers, DeskHost desks)
{
    private const string Form = "/forms/handling-reply";

    [Fact]
    public async Task Form_ChangedByOneAndApprovedByAnother_LeavesClosedCasesAsTheyWere()
    {
        await using var owner = await SignInAsync("owner");
        await owner.OpenAsync(Form);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "添加字段" }).ClickAsync();
        var fields = owner.Page.GetByRole(AriaRole.Region, new() { Name = "字段" });
        var preview = owner.Page.GetByRole(AriaRole.Region, new() { Name = "实时预览" });
        await fields.Locator(".ant-collapse-header").Last.ClickAsync();
        await fields.GetByLabel("字段名称 (中文)").FillAsync("停电影响户数");
        await fields.GetByLabel("字段标识").FillAsync("outageHouseholds");
        await fields.Locator(".ant-segmented-item").Filter(new() { HasText = "English" }).ClickAsync();
        await fields.GetByLabel("字段名称 (English)").FillAsync("Households without supply");
        await fields.GetByRole(AriaRole.Checkbox, new() { Name = "必填", Exact = true }).CheckAsync();
        await Expect(preview.GetByLabel("停电影响户数")).ToBeVisibleAsync();
        await preview.GetByRole(AriaRole.Button, new() { Name = "检查填写" }).ClickAsync();
        await Expect(preview.Locator(".ant-form-item-explain-error").Last).ToBeVisibleAsync();
        await owner.ShootAsync("desk-form-edit");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "申请发布" }).ClickAsync();
        await Expect(owner.Page.GetByText("等待另一人批准")).ToBeVisibleAsync();

        await using var reviewer = await SignInAsync("reviewer");
        await reviewer.OpenAsync(Form);
        var review = reviewer.Page.GetByRole(AriaRole.Region, new() { Name = "发布审核" });
        await Expect(review).ToContainTextAsync("停电影响户数");
        await reviewer.ShootAsync("desk-form-review");
        await review.GetByRole(AriaRole.Button, new() { Name = "批准发布" }).ClickAsync();
        await Expect(reviewer.Page.GetByText("v2 现行")).ToBeVisibleAsync();

        await reviewer.OpenAsync($"/cases/{desks.Closed}");
        await reviewer.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new("^答复") }).ClickAsync();
        var reply = reviewer.Page.GetByRole(AriaRole.Region, new() { Name = "稽查处理" }).First;
        await Expect(reply).ToContainTextAsync("表单 v1");
        await Expect(reply).Not.ToContainTextAsync("停电影响户数");
        await reviewer.ShootAsync("desk-form-closed-case");
        Assert.Empty(owner.Faults.Concat(reviewer.Faults));
    }

    private Task<Person> SignInAsync(string userName) => Person.SignInAsync(browsers, desks.Host.Address, userName, "Demo#2026");
}
