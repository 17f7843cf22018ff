using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace IamCore.Policies.Tests.Documents;

public sealed class WriterTests
{
    [Fact]
    public void What_is_written_parses_to_an_equal_document() =>
        Prop.ForAll(DocumentGen.Documents.ToArbitrary(), static document =>
        {
            foreach (var text in new[] { document.ToJson(), document.ToJson(indented: true) })
            {
                var read = PolicyDocument.Parse(text, document.Type);
                Assert.Equal(document, read);
                Assert.Equal(text, read.Source.ToString());
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Equal_documents_have_equal_hash_codes_whatever_their_text() =>
        Prop.ForAll(DocumentGen.Documents.ToArbitrary(), static document =>
            document.GetHashCode() == PolicyDocument.Parse(document.ToJson(indented: true), document.Type).GetHashCode())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory] // PL-003
    [InlineData(
        """{"Statement":{"Resource":["*"],"Action":["s3:Get*","s3:Put*"],"Effect":"Allow"},"Version":"2012-10-17"}""",
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:Put*"],"Resource":"*"}]}""")]
    [InlineData(
        """{"Statement":[{"Effect":"Deny","NotAction":["a:b"],"NotResource":"*","Condition":{"numericlessthan":{"a:b":[5,0.50]},"BOOL":{"a:c":true}}}]}""",
        """{"Statement":[{"Effect":"Deny","NotAction":"a:b","NotResource":"*","Condition":{"NumericLessThan":{"a:b":["5","0.50"]},"Bool":{"a:c":"true"}}}]}""")]
    [InlineData("""{"Statement":[]}""", """{"Statement":[]}""")]
    public void One_value_is_written_without_a_list(string read, string written) =>
        Assert.Equal(written, PolicyDocument.Parse(read, PolicyType.Identity).ToJson());

    [Fact]
    public void Principals_are_written_by_type()
    {
        const string Text =
            """{"Statement":[{"Effect":"Allow","Principal":{"Service":"a.b","AWS":["111122223333","*"],"Federated":[]},"Action":"*"},{"Effect":"Deny","NotPrincipal":"*","Action":[]}]}""";
        Assert.Equal(
            Text.Replace(""","Federated":[]""", "", StringComparison.Ordinal),
            PolicyDocument.Parse(Text, PolicyType.Resource).ToJson());
    }

    [Fact]
    public void Text_outside_ASCII_stays_readable() =>
        Assert.Contains("Ölé<&>'+", PolicyDocument.Parse("""{"Id":"Ölé<&>'+","Statement":[]}""", PolicyType.Resource).ToJson(), StringComparison.Ordinal);

    [Fact]
    public void Indented_text_breaks_lines_alike_everywhere() =>
        Assert.Equal("{\n  \"Statement\": []\n}", PolicyDocument.Parse("""{"Statement":[]}""", PolicyType.Identity).ToJson(indented: true));

    [Fact]
    public void A_document_is_written_into_a_larger_text()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            PolicyDocument.Parse("""{"Statement":[]}""", PolicyType.Identity).WriteTo(writer);
            writer.WriteEndArray();
        }

        Assert.Equal("""[{"Statement":[]}]""", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact] // quotes are put round numbers, so the usual text would be longer than any that is read
    public void A_document_of_the_largest_size_is_written_so_that_it_is_read_again()
    {
        var start = """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericEquals":{"a:b":[1""";
        var count = (1_048_576 - start.Length - "]}}}}".Length) / 2;
        var document = PolicyDocument.Parse(start + string.Concat(Enumerable.Repeat(",1", count)) + "]}}}}", PolicyType.Identity);

        Assert.Equal(document, PolicyDocument.Parse(document.ToJson(), PolicyType.Identity));
    }
}
