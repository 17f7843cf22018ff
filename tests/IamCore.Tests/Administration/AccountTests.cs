using IamCore.Administration.Accounts;
using IamCore.Administration.Policies;
using IamCore.Administration.Users;
using IamCore.Model;
using IamCore.Policies;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class AccountTests
{
    [Fact]
    public async Task An_account_is_made_with_a_random_or_a_chosen_number() // ID-015, ID-018, ID-028
    {
        var d = await NewAsync();
        var account = await d.Directory.Instance.ExecuteAsync(new CreateAccount("Shop", "Shop@Example.com") { Partition = "aws-cn" });
        Assert.Matches("^[0-9]{12}$", account.Id);
        Assert.Matches("^[0-9a-f]{64}$", account.CanonicalUserId);
        Assert.Equal(AccountStatus.Active, account.Status);
        Assert.Equal($"arn:aws-cn:iam::{account.Id}:root", account.RootArn);
        Assert.Equal(RootUsageGuard.Warn, account.RootUsageGuard); // ID-040
        var instance = d.Directory.Instance;
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-018", new CreateAccount("x", "x@example.com") { AccountId = "12345678901" }, instance);
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-015", new CreateAccount("", "x@example.com"), instance);
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-015", new CreateAccount(new('x', 51), "x@example.com"), instance);
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-015", new CreateAccount("x", "x.example.com"), instance);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-018", new CreateAccount("x", "x@example.com") { AccountId = Here }, instance);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-018", new CreateAccount("x", "sHOP@example.COM"), instance);
        await Assert.ThrowsAsync<IamException>(() => d.Directory.ForAccount(AccountId.Parse("000000000000")).ExecuteAsync(new ListUsers()));
    }

    [Fact]
    public async Task The_root_user_is_no_user() // ID-027
    {
        var d = await NewAsync();
        Assert.Empty((await d.DoAsync(new ListUsers())).Items);
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-085", new GetUser("root"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-153", new AttachUserPolicy("root", Administrator)); // ID-030
    }

    [Fact]
    public async Task An_account_has_one_alias_at_a_time() // ID-019, ID-020, ID-192
    {
        var d = await NewAsync();
        var other = await d.Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com"));
        var there = d.Directory.ForAccount(other.AccountId);
        await d.DoAsync(new CreateAccountAlias("one-1"));
        var before = await d.DumpAsync();
        await d.DoAsync(new CreateAccountAlias("one-1"));
        Assert.Equal(before, await d.DumpAsync());
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-019", new CreateAccountAlias("one-1"), there);
        await d.DoAsync(new CreateAccountAlias("two"));
        Assert.Equal(["two"], (await d.DoAsync(new ListAccountAliases())).Items);
        await there.ExecuteAsync(new CreateAccountAlias("one-1")); // free again at once
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-020", new DeleteAccountAlias("one-1"));
        await d.DoAsync(new DeleteAccountAlias("two"));
        Assert.Empty((await d.DoAsync(new ListAccountAliases())).Items);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Abc")]
    [InlineData("-abc")]
    [InlineData("abc-")]
    [InlineData("a--b")]
    [InlineData("a_b")]
    [InlineData("123456789012")]
    public async Task An_alias_of_another_form_is_refused(string alias) => // ID-019
        await (await NewAsync()).RefusedAsync(IamErrorCode.ValidationError, "ID-019", new CreateAccountAlias(alias));

    [Fact]
    public async Task Name_address_guard_and_status_are_changed() // ID-025, ID-026, ID-038, ID-040
    {
        var d = await NewAsync();
        await d.Directory.Instance.ExecuteAsync(new CreateAccount("Other", "other@example.com"));
        Assert.Equal("New", (await d.DoAsync(new UpdateAccountName("New"))).Name);
        Assert.Equal("New@example.com", (await d.DoAsync(new UpdateRootEmail("New@example.com"))).Email);
        await d.RefusedAsync(IamErrorCode.EntityAlreadyExists, "ID-015", new UpdateRootEmail("OTHER@example.com"));
        Assert.Equal(RootUsageGuard.Block, (await d.DoAsync(new SetRootUsageGuard(RootUsageGuard.Block))).RootUsageGuard);
        Assert.Equal(AccountStatus.Suspended, (await d.DoAsync(new SetAccountStatus(AccountStatus.Suspended))).Status);
        Assert.Equal(AccountStatus.Active, (await d.DoAsync(new SetAccountStatus(AccountStatus.Active))).Status);
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-026", new SetAccountStatus(AccountStatus.Closed));
        Assert.Equal(AccountStatus.Closed, (await d.DoAsync(new CloseAccount())).Status);
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-025", new SetAccountStatus(AccountStatus.Active));
        Assert.Equal("New", (await d.DoAsync(new GetAccount())).Name); // still readable
    }
}
