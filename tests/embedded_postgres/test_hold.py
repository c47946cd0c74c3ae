"""The last process to leave stops the server; until then it stays."""

import os
import signal

from .conftest import client, finish, postmaster_pid

STAY = "server.hold(); server.ensure(); print('up', flush=True); sys.stdin.read()\n"


def staying(server, code=STAY, **options):
    process = client(code, server.state.path, **options)
    assert process.stdout.readline() == "up\n"
    return process


def test_the_server_stays_until_the_last_process_leaves(server):
    first, second = staying(server), staying(server)
    pid = postmaster_pid(server)
    finish(first)
    assert server.is_running()
    assert postmaster_pid(server) == pid
    finish(second)
    assert not server.is_running()


def test_a_process_that_does_not_hold_leaves_the_server_running(server):
    finish(client("server.ensure()", server.state.path))
    assert server.is_running()


def test_ctrl_c_in_a_terminal_does_not_reach_the_server(server):
    starter = staying(server, start_new_session=True)  # as a shell starts a command
    other = staying(server)
    os.killpg(starter.pid, signal.SIGINT)
    starter.communicate(timeout=30)
    assert "received" not in server.state.log.read_text()
    finish(other)
    assert not server.is_running()


def test_a_process_ended_by_ctrl_c_stops_the_server_as_the_last(server):
    process = staying(server, start_new_session=True)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=30)
    assert not server.is_running()


FORK = """
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
server.hold()
server.ensure()
if os.fork() == 0:
    {child}
    print("up", flush=True)
    sys.stdin.read()
else:
    signal.sigwait([signal.SIGUSR1])
"""


def test_a_forked_child_that_holds_keeps_the_server_from_its_parents_end(server):
    process = staying(server, FORK.format(child="server.hold()"))
    process.send_signal(signal.SIGUSR1)
    process.wait(timeout=30)
    assert server.is_running()
    process.stdin.close()
    process.stdout.read()  # to its end, which is the child's
    assert not server.is_running()


def test_a_forked_child_that_does_not_hold_keeps_nothing(server):
    process = staying(server, FORK.format(child="pass"))
    process.send_signal(signal.SIGUSR1)
    process.wait(timeout=30)
    assert not server.is_running()
    process.stdin.close()


def test_the_locks_are_not_handed_to_programs_that_are_run(server):
    code = "import subprocess; server.hold(); server.ensure()\n"
    code += "subprocess.Popen(['sleep', '60'], stdout=2); print(os.getpid())"
    process = client(code, server.state.path, start_new_session=True)
    assert process.stdout.readline()
    process.wait(timeout=30)
    assert not server.is_running()
    os.killpg(process.pid, signal.SIGKILL)


def test_many_short_clients_some_of_them_killed_do_not_disturb_each_other(server):
    code = "server.hold(); print(ask('SELECT story FROM kept'))\n"
    killed = "if len(sys.argv) > 2: os.kill(os.getpid(), signal.SIGKILL)"
    for turn in range(3):
        clients = [client(code, server.state.path) for _ in range(3)]
        doomed = client(code + killed, server.state.path, turn)
        assert [finish(process) for process in clients] == ["a story"] * 3
        doomed.communicate(timeout=30)
