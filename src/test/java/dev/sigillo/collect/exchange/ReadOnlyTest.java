package dev.sigillo.collect.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sigillo.snapshot.Dataset;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that could change a tenant can be sent. */
class ReadOnlyTest {
  private static final Map<String, Set<String>> ALLOWED =
      Arrays.stream(Cmdlet.values())
          .collect(
              Collectors.toMap(
                  Cmdlet::sent,
                  cmdlet ->
                      cmdlet.parameters().stream()
                          .map(Parameter::sent)
                          .collect(Collectors.toSet())));

  @TempDir private Path folder;

  @Test
  void every_command_reads() {
    assertThat(Cmdlet.values()).allMatch(one -> one.sent().matches("(Get|Search)-[A-Za-z0-9]+"));
  }

  @Test
  void every_dataset_of_exchange_has_its_command() {
    List<Dataset> expected =
        Arrays.stream(Dataset.values())
            .filter(one -> one.id().startsWith("exchange/") || one.id().startsWith("compliance/"))
            .toList();

    assertThat(Cmdlet.values()).extracting(Cmdlet::dataset).containsAll(expected);
    assertThat(Cmdlet.values())
        .filteredOn(one -> expected.contains(one.dataset()))
        .allMatch(one -> one.dataset().id().endsWith("/" + one.sent()));
  }

  @Test
  void a_command_takes_its_own_parameters_only() {
    assertThatThrownBy(() -> Command.all(Cmdlet.TRANSPORT_CONFIG).with(Parameter.IDENTITY, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Get-TransportConfig takes no Identity");
  }

  @Test
  void only_two_classes_know_of_requests() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ExchangeClient.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(Door.class.getName())
        .and()
        .haveSimpleNameNotEndingWith("Test")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(HttpRequest.class)
        .because("what leaves can be read in two places")
        .check(new ClassFileImporter().importPackages(ReadOnlyTest.class.getPackageName()));
  }

  @Test
  void whatever_is_asked_only_these_commands_leave() throws InterruptedException {
    try (FakeExchange exchange = new FakeExchange()) {
      exchange
          .rows("Get-AcceptedDomain", "{\"DomainName\":\"contoso.com\",\"InitialDomain\":true}")
          .rows("Get-Mailbox", "{\"ExternalDirectoryObjectId\":\"m1\",\"Identity\":\"ada\"}")
          .rows("Get-CASMailbox", "{\"ExternalDirectoryObjectId\":\"m1\",\"Identity\":\"ada\"}")
          .rows(
              "Get-HostedOutboundSpamFilterRule",
              "{\"Name\":\"r\",\"FromMemberOf\":[\"sales@contoso.com\"]}");
      new Collecting(folder.resolve("all.zip")).run(Every.question(exchange.client()));

      assertThat(exchange.asked).isNotEmpty();
      for (FakeExchange.Asked asked : exchange.asked) {
        String operation = asked.uri().getPath().replaceAll(".*/", "");
        if (asked.method().equals("GET")) {
          assertThat(operation).isEqualTo("EXOModuleFile");
          continue;
        }
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(operation)
            .isIn(
                "InvokeCommand",
                "$batch",
                "Mailbox",
                "OrganizationConfig",
                "AcceptedDomain",
                "DistributionGroupMember");
        if (operation.equals("$batch") && !asked.batched()) {
          continue;
        }
        assertThat(ALLOWED).containsKey(asked.cmdlet());
        assertThat(names(asked.parameters())).isSubsetOf(ALLOWED.get(asked.cmdlet()));
      }
      assertThat(exchange.asked).extracting(FakeExchange.Asked::cmdlet).containsAll(Every.COMMANDS);
    }
  }

  private static Set<String> names(JsonNode parameters) {
    return parameters.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
