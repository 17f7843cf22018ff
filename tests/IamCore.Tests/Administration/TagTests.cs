using IamCore.Administration.Credentials;
using IamCore.Administration.Roles;
using IamCore.Administration.Tags;
using IamCore.Administration.Users;
using IamCore.Model;
using static IamCore.Tests.Administration.TestDirectory;

namespace IamCore.Tests.Administration;

public sealed class TagTests
{
    [Fact]
    public async Task Tags_of_users_and_roles_are_compared_without_regard_to_case() // ID-074, ID-076, ID-078
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("u") { Tags = [new("Department", "a"), new("x", "1")] });
        await d.DoAsync(new TagUser("u", [new("department", "b"), new("Z", "")]));
        Assert.Equal([new Tag("Z", ""), new Tag("department", "b"), new Tag("x", "1")], (await d.DoAsync(new ListUserTags("u"))).Items);
        await d.DoAsync(new UntagUser("u", ["DEPARTMENT", "nothing"]));
        Assert.Equal(["Z", "x"], (await d.DoAsync(new ListUserTags("U"))).Items.Select(t => t.Key));
        await d.DoAsync(new CreateRole("r", Trust(Here)));
        await d.DoAsync(new TagRole("r", [new("A", "1")]));
        await d.DoAsync(new TagRole("r", [new("a", "2")]));
        Assert.Equal([new Tag("a", "2")], (await d.DoAsync(new ListRoleTags("r"))).Items);
        await d.DoAsync(new UntagRole("r", ["A"]));
        Assert.Empty((await d.DoAsync(new ListRoleTags("r"))).Items);
    }

    [Fact]
    public async Task Tags_of_policies_are_compared_with_regard_to_case() // ID-074
    {
        var d = await NewAsync();
        var arn = await d.PolicyAsync("P");
        await d.DoAsync(new TagPolicy(arn, [new("A", "1"), new("a", "2")]));
        await d.DoAsync(new UntagPolicy(arn, ["A"]));
        Assert.Equal([new Tag("a", "2")], (await d.DoAsync(new ListPolicyTags(arn))).Items);
    }

    [Fact]
    public async Task Everything_that_can_have_tags_is_tagged_and_untagged() // ID-077, ID-078
    {
        var d = await NewAsync(new()); // of today, since the certificate is
        await d.DoAsync(new UploadServerCertificate("site", Errors.Pem.Certificate, Errors.Pem.Key) { Tags = [new("a", "1")] });
        await d.DoAsync(new TagServerCertificate("SITE", [new("A", "2"), new("b", "")]));
        await d.DoAsync(new UntagServerCertificate("site", ["a"]));
        Assert.Equal([new Tag("A", "2"), new Tag("b", "")], (await d.DoAsync(new ListServerCertificateTags("site"))).Items);
        var device = (await d.DoAsync(new CreateVirtualMFADevice("phone"))).SerialNumber;
        await d.DoAsync(new TagMFADevice(device, [new("a", "1"), new("b", "")]));
        await d.DoAsync(new UntagMFADevice(device, ["b"]));
        Assert.Equal([new Tag("a", "1")], (await d.DoAsync(new ListMFADeviceTags(device))).Items);
        var theirs = await d.UserAsync("ann", Callers.Policy("Allow", "iam:TagServerCertificate", "*", """{"StringEquals":{"iam:ResourceTag/A":"2"}}"""));
        await theirs.ExecuteAsync(new TagServerCertificate("site", [new("A", "3")]));
        await d.RefusedAsync(IamErrorCode.AccessDenied, "ID-244", new TagServerCertificate("site", [new("A", "2")]), theirs);
    }

    [Fact]
    public async Task Fifty_tags_fit_and_no_more() // ID-072, ID-076, ID-206
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("u") { Tags = [.. Enumerable.Range(0, 49).Select(i => new Tag($"k{i}", ""))] });
        await d.DoAsync(new TagUser("u", [new("last", ""), new("K0", "again")]));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-206", new TagUser("u", [new("one more", "")]));
        await d.RefusedAsync(IamErrorCode.LimitExceeded, "ID-206", new CreateUser("v") { Tags = [.. Enumerable.Range(0, 51).Select(i => new Tag($"k{i}", ""))] });
        Assert.Equal(50, (await d.DoAsync(new ListUserTags("u"))).Items.Count);
    }

    [Theory]
    [InlineData("aws:x", "")]
    [InlineData("AwS:x", "")]
    [InlineData("x", "AWS:y")]
    public async Task Reserved_tags_are_refused(string key, string value) // ID-073
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("u"));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-073", new TagUser("u", [new(key, value)]));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-073", new CreateUser("v") { Tags = [new(key, value)] });
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a?", "")]
    [InlineData("a", "b?")]
    [InlineData("\t", "")]
    [InlineData("🙂", "")]
    public async Task Tags_of_another_form_are_refused(string key, string value) // ID-072
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("u"));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-072", new TagUser("u", [new(key, value)]));
    }

    [Fact]
    public async Task Letters_digits_and_spaces_of_any_language_are_fine() // ID-072
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("u") { Tags = [new("Größe 大 ٣ ½ _.:/=+-@", new('ß', 256)), new(new('k', 128), "")] });
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-072", new TagUser("u", [new("k", new('v', 257))]));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-072", new TagUser("u", [new(new('k', 129), "")]));
        await d.RefusedAsync(IamErrorCode.ValidationError, "ID-072", new UntagUser("u", ["?"]));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-073", new UntagUser("u", ["aws:x"]));
    }

    [Fact]
    public async Task The_same_key_twice_is_refused() // ID-075
    {
        var d = await NewAsync();
        await d.DoAsync(new CreateUser("u"));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-075", new TagUser("u", [new("a", ""), new("A", "")]));
        await d.RefusedAsync(IamErrorCode.InvalidInput, "ID-075", new TagPolicy(await d.PolicyAsync("P"), [new("a", ""), new("a", "")]));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_tagged() // ID-078
    {
        var d = await NewAsync();
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-078", new TagUser("u", [new("a", "")]));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-078", new UntagRole("r", ["a"]));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-078", new ListUserTags("u"));
        await d.RefusedAsync(IamErrorCode.NoSuchEntity, "ID-078", new TagPolicy(Arn("policy/None"), [new("a", "")]));
    }
}
